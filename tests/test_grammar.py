"""What the embedded grammar says of letters, and how it is loaded."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import spacy

from traek.engine.grammar import Grammar
from traek.engine.text import read_block
from traek.errors import SettingsError
from traek.model import Block
from traek.reading import Sentence


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load()


def read(grammar: Grammar, *texts: str) -> list[Sentence]:
    blocks = [read_block(Block(text, number)) for number, text in enumerate(texts, 1)]
    grammar.annotate(blocks)
    return [sentence for block in blocks for sentence in block]


def lemma_of(grammar: Grammar, word: str, text: str) -> str:
    (sentence,) = read(grammar, text)
    return sentence.lemmas[sentence.words.index(word)]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Sagsbehandlingstiden er lang.", "sagsbehandlingstid være lang ."),
        ("Vi afslog ansøgningerne.", "vi afslå ansøgning ."),
        ("Klagefristen udløber om tre uger.", "klagefrist udløbe om tre uge ."),
        ("Du bedes vedlægge lønsedlerne.", "du bede vedlægge lønseddel ."),
        ("Partshøringsbrevet blev sendt i går.", "partshøringsbrev blive sende i går ."),
        ("Har du ændringer, skal vi vide det.", "have du ændring , skulle vi vide det ."),
        ("Boligstøtten udbetales bagud.", "boligstøtte udbetale bagud ."),
    ],
)
def test_words_of_letters_get_their_dictionary_form(
    grammar: Grammar, text: str, lemmas: str
) -> None:
    (sentence,) = read(grammar, text)
    assert sentence.lemmas == lemmas.split()


def test_a_part_of_speech_decides_between_two_dictionary_forms(grammar: Grammar) -> None:
    assert lemma_of(grammar, "så", "Vi så, at døren var åben.") == "se"
    assert lemma_of(grammar, "så", "Det er ikke så svært.") == "så"


def test_an_abbreviation_is_no_order(grammar: Grammar) -> None:
    (sentence,) = read(grammar, "Du kan klage, jf. lovens § 60.")
    token = sentence.words.index("jf.")
    assert sentence.parts[token] == "ADV"
    assert "Mood=Imp" not in sentence.features[token]


def test_a_placeholder_is_a_name(grammar: Grammar) -> None:
    (sentence,) = read(grammar, "Kære «Fornavn», vi har modtaget dit brev.")
    assert sentence.parts[1] == "PROPN"


@pytest.mark.parametrize(
    ("texts", "polite"),
    [
        (("De skal svare inden fredag.", "Vi beder Dem om at ringe."), True),
        (("De skal svare inden fredag.", "Du kan ringe til os."), False),
        (("Vi vil gerne tale med Dem.",), True),
        (("De nye regler gælder nu.", "Vi beder Dem om at ringe."), False),
    ],
)
def test_a_capital_de_is_read_in_the_light_of_the_whole_letter(
    grammar: Grammar, texts: tuple[str, ...], polite: bool
) -> None:
    sentence = read(grammar, *texts)[0]
    token = next(i for i, word in enumerate(sentence.words) if word in {"De", "Dem"})
    assert ("Polite=Form" in sentence.features[token]) is polite


def test_a_capital_i_is_the_reader_only_where_a_verb_says_so(grammar: Grammar) -> None:
    you, inside = read(grammar, "I skal svare.", "I brevet står, hvad I skal gøre.")
    assert "Person=2" in you.features[0]
    assert inside.parts[0] == "ADP"
    assert "Person=2" in inside.features[inside.words.index("I", 1)]


def test_a_sentence_means_the_same_whatever_stands_around_it(grammar: Grammar) -> None:
    text = "Vi har derfor standset din boligstøtte fra den 1. maj."
    (alone,) = read(grammar, text)
    among = read(grammar, "Din restance er ikke betalt.", text, "Ring til os, hvis du vil tale.")[1]
    assert (alone.parts, alone.features, alone.lemmas) == (
        among.parts,
        among.features,
        among.lemmas,
    )


def test_relations_name_subject_object_and_agent(grammar: Grammar) -> None:
    first, second = read(grammar, "Vi har sendt brevet.", "Klagen behandles af kommunen.")
    grammar.relate([first, second])
    assert first.relations[0] == "nsubj"
    assert first.heads[first.words.index("brevet")] == first.words.index("sendt")
    assert second.relations[second.words.index("kommunen")] == "obl:agent"
    assert all(0 <= head < len(s.words) for s in (first, second) for head in s.heads)


def test_a_root_is_its_own_head(grammar: Grammar) -> None:
    (sentence,) = read(grammar, "Vi har sendt brevet.")
    grammar.relate([sentence])
    root = sentence.relations.index("ROOT")
    assert sentence.heads[root] == root


def test_nothing_to_read_is_no_trouble(grammar: Grammar) -> None:
    grammar.annotate([[], []])
    grammar.relate([])


def run(code: str) -> str:
    return subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_reading_words_and_sentences_imports_no_spacy() -> None:
    code = (
        "import sys; from traek.model import Block; from traek.engine.text import read_block\n"
        "read_block(Block('Vi har sendt brevet.', 1)); print('spacy' in sys.modules)"
    )
    assert run(code) == "False"


def test_spacys_own_command_line_can_still_be_imported() -> None:
    code = (
        "import sys; from traek.engine.grammar import import_spacy; import_spacy()\n"
        "print('spacy.cli' in sys.modules); import spacy.cli; print(spacy.cli.download.__name__)"
    )
    assert run(code).split() == ["False", "download"]


def test_a_spacy_that_needs_its_command_line_gets_it(tmp_path: Path) -> None:
    package = tmp_path / "spacy"
    (package / "cli").mkdir(parents=True)
    (package / "__init__.py").write_text("from .cli.info import info\nfrom .cli import train\n")
    (package / "cli" / "__init__.py").write_text("train = 'whole'\n")
    (package / "cli" / "info.py").write_text("info = 'whole'\n")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from traek.engine.grammar import import_spacy; print(import_spacy().train)"
    )
    assert run(code) == "whole"


def test_a_model_that_is_not_there_is_named_with_the_way_out() -> None:
    with pytest.raises(SettingsError, match=r"»da_core_news_xl« er ikke installeret"):
        Grammar.load("da_core_news_xl")


def test_a_model_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "english")
    with pytest.raises(SettingsError, match="et andet sprog"):
        Grammar.load(str(tmp_path / "english"))


def test_a_model_without_a_parser_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("attribute_ruler")
    nlp.to_disk(tmp_path / "words")
    with pytest.raises(SettingsError, match="mangler sætningsled"):
        Grammar.load(str(tmp_path / "words"))


def test_another_danish_model_keeps_our_words_and_lemmas(grammar: Grammar) -> None:
    other = Grammar.load(str(files("traek") / "models" / "da_traek_sm"))
    text = "Du bedes sende skemaet, jf. lovens § 3."
    assert read(other, text)[0].lemmas == read(grammar, text)[0].lemmas
    assert other.version == grammar.version


def test_spacy_reads_a_text_as_the_engine_does() -> None:
    nlp = spacy.load(str(files("traek") / "models" / "da_traek_sm"))
    text = "Vi har d. 4. maj fået din klage, jf. stk. 2. Den er sendt videre."
    doc = nlp(text)
    sentences = read_block(Block(text, 1))
    assert [token.text for token in doc] == [word for s in sentences for word in s.words]
    assert [len(sentence) for sentence in doc.sents] == [len(s.words) for s in sentences]
    assert doc[5].lemma_ == "få"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mails om hegnet bliver læst.", "NOUN"),
        ("Efterkommes påbuddet ikke, skriver vi igen.", "VERB"),
        ("Mette læser dem i dag.", "PROPN"),
    ],
)
def test_a_word_of_letters_that_opens_a_sentence_is_no_name(
    grammar: Grammar, text: str, part: str
) -> None:
    (sentence,) = read(grammar, text)
    assert sentence.parts[0] == part
