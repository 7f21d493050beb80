"""Scores of a trimmed pipeline: on UD test, label by label, and on the probe set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from corpus import gold_doc, read_sentences
from probe import counts
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

import traek.engine.pipeline  # noqa: F401  registers our tokenizer and lemmatizer
from traek.engine.grammar import Grammar
from traek.engine.lemmas import Lemmas

if TYPE_CHECKING:
    from spacy.language import Language

_WANTED = ("token_f", "sents_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")
_PARAGRAPH = 10


def score(folder: Path, data: Path) -> dict[str, Any]:
    """Everything that the model card states, as plain values in per cent."""
    nlp = spacy.load(folder)
    sentences = list(read_sentences(data / "test.conllu.gz"))
    groups = [sentences[i : i + _PARAGRAPH] for i in range(0, len(sentences), _PARAGRAPH)]
    gold = [gold_doc(nlp.vocab, group, trees=True) for group in groups]
    running = _scores(nlp, [Example(nlp(doc.text), doc) for doc in gold])
    singles = [gold_doc(nlp.vocab, [sentence], trees=True) for sentence in sentences]
    given = _scores(nlp, [Example(_with_gold_tokens(nlp, doc), doc) for doc in singles])
    lemmas = Lemmas.load(folder / "traek_lemmatizer" / "rules.txt.gz")
    probes, faults = counts(Grammar.load(str(folder)))
    return {
        "test, running text": {name: _percent(running[name]) for name in _WANTED},
        "test, gold words and sentences": {name: _percent(given[name]) for name in _WANTED[2:]},
        "lemma with gold part of speech": _lemma_accuracy(lemmas, data),
        "by part of speech (f)": _by_part(nlp, singles),
        "by feature (f)": _labels(given["morph_per_feat"]),
        "by relation (f)": _labels(given["dep_las_per_type"]),
        "probe (f)": {name: _percent(count.f) for name, count in probes.items()},
        "probe faults": faults,
    }


def _scores(nlp: Language, examples: list[Example]) -> dict[str, Any]:
    return {
        **Scorer(nlp).score(examples),
        **Scorer.score_tokenization(examples),
        **Scorer.score_token_attr(examples, "lemma"),
    }


def _with_gold_tokens(nlp: Language, gold: Doc) -> Doc:
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in gold],
        spaces=[bool(token.whitespace_) for token in gold],
        sent_starts=[token.is_sent_start for token in gold],
    )
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def _by_part(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for doc in gold:
        for token, answer in zip(doc, _with_gold_tokens(nlp, doc), strict=True):
            wanted[token.pos_] += 1
            found[answer.pos_] += 1
            right[token.pos_] += token.pos_ == answer.pos_
    return {
        part: _percent(2 * right[part] / (found[part] + wanted[part])) for part in sorted(wanted)
    }


def _lemma_accuracy(lemmas: Lemmas, data: Path) -> float:
    right = total = 0
    for sentence in read_sentences(data / "test.conllu.gz"):
        for token in sentence:
            features = frozenset(token.features.split("|"))
            right += lemmas.lemma(token.word, token.part, features) == token.lemma
            total += 1
    return _percent(right / total)


def _labels(scores: dict[str, dict[str, float]]) -> dict[str, float]:
    return {name: _percent(values["f"]) for name, values in sorted(scores.items())}


def _percent(value: float) -> float:
    return round(100 * value, 1)
