"""Gold sentences from CoNLL-U files, as spaCy documents that keep the files' own tokens."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from gold import GoldToken
from made_up import letter_sentences
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

PLACEHOLDER = "[]"
LETTERS = 1200
"""Made-up letter sentences among the 4,227 of the treebank."""


def read_sentences(path: Path) -> Iterator[list[GoldToken]]:
    """The sentences of a gzipped CoNLL-U file, multi-word ranges left out."""
    sentence: list[GoldToken] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                sentence.append(_token(cells))
            elif not line.strip() and sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _token(cells: list[str]) -> GoldToken:
    _, word, lemma, part, _, features, head, relation, _, misc = cells
    return GoldToken(
        word, lemma, part, features.replace("_", "", 1) if features == "_" else features,
        int(head), relation, "SpaceAfter=No" not in misc,
    )  # fmt: skip


def gold_doc(vocab: Vocab, sentences: Iterable[list[GoldToken]], *, trees: bool) -> Doc:
    """One document of gold sentences, with heads where `trees` is true."""
    tokens: list[GoldToken] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        first = len(tokens)
        for number, token in enumerate(sentence):
            heads.append(first + (token.head - 1 if token.head else number))
            starts.append(number == 0)
        tokens.extend(sentence)
    return Doc(
        vocab,
        words=[token.word for token in tokens],
        spaces=[token.space for token in tokens],
        pos=[token.part for token in tokens],
        morphs=[token.features for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=heads if trees else None,
        deps=[token.relation for token in tokens] if trees else None,
        sent_starts=None if trees else starts,  # type: ignore[arg-type]
    )


def grouped(
    sentences: list[list[GoldToken]], chance: random.Random
) -> Iterator[list[list[GoldToken]]]:
    """The sentences in paragraphs of one to ten, as letters have them."""
    position = 0
    while position < len(sentences):
        size = chance.randint(1, 10)
        yield sentences[position : position + size]
        position += size


def varied(sentence: list[GoldToken], chance: random.Random) -> list[GoldToken]:
    """The sentence, now and then in lower case or with its first name or number a placeholder.

    Letters have merge fields where newspapers have names; the model should have seen some.
    """
    draw = chance.random()
    if draw < 0.03:
        return [
            GoldToken(t.word.lower(), t.lemma, t.part, t.features, t.head, t.relation, t.space)
            for t in sentence
        ]
    if draw < 0.15:
        for number, t in enumerate(sentence):
            if t.part in ("PROPN", "NUM"):
                gap = GoldToken(PLACEHOLDER, PLACEHOLDER, "PROPN", "", t.head, t.relation, t.space)
                return [*sentence[:number], gap, *sentence[number + 1 :]]
    return sentence


def write_corpus(data: Path, out: Path, seed: int) -> None:
    """Make `train.spacy` and `dev.spacy` in `out` from the files in `data`."""
    chance = random.Random(seed)  # noqa: S311
    vocab = spacy.blank("da").vocab
    trees = list(read_sentences(data / "train.conllu.gz"))
    trees += list(read_sentences(data / "synth.conllu.gz"))
    trees += letter_sentences(LETTERS, chance)
    chance.shuffle(trees)
    tags = list(read_sentences(data / "parole.conllu.gz"))
    train = DocBin(store_user_data=False)
    for sentences, has_trees in ((trees, True), (tags, False)):
        for group in grouped(sentences, chance):
            train.add(gold_doc(vocab, [varied(s, chance) for s in group], trees=has_trees))
    dev = DocBin()
    for group in grouped(list(read_sentences(data / "dev.conllu.gz")), chance):
        dev.add(gold_doc(vocab, group, trees=True))
    out.mkdir(parents=True, exist_ok=True)
    train.to_disk(out / "train.spacy")
    dev.to_disk(out / "dev.spacy")


@registry.readers("traek.gold.v1")  # type: ignore[untyped-decorator]
def gold_reader(path: Path) -> Callable[[Language], Iterator[Example]]:
    """A corpus whose predicted side has the gold tokens, so that no tokenizer takes part."""

    def read(nlp: Language) -> Iterator[Example]:
        for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
            spaces = [bool(token.whitespace_) for token in gold]
            words = [token.text for token in gold]
            yield Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)

    return read
