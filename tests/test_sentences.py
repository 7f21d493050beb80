"""Where sentences begin."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from traek.engine.text import read_block
from traek.model import Block, Span

GOLD = Path(__file__).parent / "data" / "sentences.txt"


def gold_blocks() -> list[tuple[str, set[int]]]:
    """Each block's text and the characters at which its sentences begin."""
    text = "\n".join(
        line for line in GOLD.read_text(encoding="utf-8").split("\n") if not line.startswith("#")
    )
    blocks = []
    for marked in filter(None, (block.strip() for block in text.split("\n\n"))):
        sentences = marked.split("¦")
        starts = {sum(map(len, sentences[:number])) for number in range(len(sentences))}
        blocks.append(("".join(sentences), starts))
    return blocks


def starts_of(text: str) -> set[int]:
    return {sentence.starts[0] for sentence in read_block(Block(text, 1))}


def sentences_of(text: str) -> list[str]:
    return [sentence.text for sentence in read_block(Block(text, 1))]


def test_letters_are_split_as_a_reader_would() -> None:
    blocks = gold_blocks()
    found = [(starts_of(text), gold) for text, gold in blocks]
    right = sum(len(predicted & gold) for predicted, gold in found)
    predicted = sum(len(predicted) for predicted, _ in found)
    gold = sum(len(gold) for _, gold in found)
    assert gold >= 90
    assert 2 * right / (predicted + gold) >= 0.95


def test_an_abbreviation_ends_a_sentence_only_where_a_new_one_begins() -> None:
    assert sentences_of("Send akter mv. Vi venter.") == ["Send akter mv.", "Vi venter."]
    assert len(sentences_of("Jf. lovens kap. 4 mv. og lign. er det muligt.")) == 1
    assert len(sentences_of("Regningen er sendt af Brdr. Holm i maj.")) == 1


def test_a_class_at_school_is_no_date() -> None:
    assert len(sentences_of("Hun går i 6. B på skolen.")) == 1
    assert len(sentences_of("I får svar den 6. I kan også ringe.")) == 2


def test_a_list_marker_is_no_sentence() -> None:
    assert len(sentences_of("1. Vi har ikke fået din lejekontrakt.")) == 1
    assert len(sentences_of("Du skal oplyse:\na) navn\nb) adresse")) == 3


def test_lines_of_an_address_are_sentences_of_their_own() -> None:
    text = "Borgerservice\nRådhuspladsen 1, 2. sal\n4700 Næstved"
    assert sentences_of(text) == text.split("\n")


def test_a_line_that_a_program_broke_goes_on() -> None:
    text = (
        "Vi har modtaget din ansøgning om boligstøtte, og vi har brug for\n"
        "Skatteforvaltningens oplysninger, før vi kan afgøre den. Det tager\n"
        "en uge."
    )
    assert len(sentences_of(text)) == 2


def test_offsets_are_those_of_the_block_itself() -> None:
    text = "Sags\u00adbehandlings\u00adtiden er lang.\u00a0Ring til «Navn»!"
    first, second = read_block(Block(text, 1))
    assert first.text == "Sags\u00adbehandlings\u00adtiden er lang."
    assert first.words[0] == "Sagsbehandlingstiden"
    assert second.words == ["Ring", "til", "[]", "!"]
    assert text[slice(*second.span(2, 3))] == "«Navn»"


def test_a_loaders_placeholder_is_one_token() -> None:
    block = Block("Kære Jens Hansen, tak.", 1, placeholders=(Span(5, 16),))
    (sentence,) = read_block(block)
    assert sentence.words == ["Kære", "[]", ",", "tak", "."]
    assert sentence.span(1, 2) == Span(5, 16)


def test_an_empty_block_has_no_sentences() -> None:
    assert read_block(Block("  \n", 1)) == []


@given(
    st.text(max_size=60) | st.text(alphabet='aB1. \n,«»[]-\u00ade\u0301\u00a0!?:"§(', max_size=60)
)
def test_any_text_is_read_and_every_token_stands_where_it_says(text: str) -> None:
    sentences = read_block(Block(text, 1))
    starts = [start for sentence in sentences for start in sentence.starts]
    ends = [end for sentence in sentences for end in sentence.ends]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(s.words and len(s.words) == len(s.lowers) == len(s.starts) for s in sentences)
