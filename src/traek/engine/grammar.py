"""Lemma, part of speech, morphology and relations on sentences; imports spaCy when it is loaded.

A sentence is annotated by itself, so its grammar does not depend on its neighbours, only the
reading of a capital »De« depends on the letter as a whole.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.resources import as_file, files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from traek.engine.corrections import Address, address_of, correct, meaning
from traek.engine.lemmas import Lemmas
from traek.engine.orders import VerbForms
from traek.errors import SettingsError
from traek.reading import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EMBEDDED = "da_traek_sm"
_NOT_NEEDED = ("ner", "lemmatizer", "trainable_lemmatizer", "senter", "traek_lemmatizer")
_ENCODERS = frozenset({"tok2vec", "transformer"})
_ROUND = 20_000
"""Words after which spaCy forgets the words that it has seen."""


@dataclass(slots=True)
class Grammar:
    """A loaded pipeline.

    Holds the pipeline and spaCy's memory of words, which is emptied now and then; nothing of any
    letter.
    """

    name: str
    version: str
    _nlp: Language = field(repr=False)
    _lemmas: Lemmas = field(repr=False)
    _verbs: VerbForms = field(repr=False)
    _parts: dict[int, str] = field(default_factory=dict, repr=False)
    _features: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)
    _zone: AbstractContextManager[Any] | None = field(default=None, repr=False)
    _words: int = field(default=0, repr=False)

    @classmethod
    def load(cls, model: str | None = None) -> Grammar:
        """The embedded pipeline, or the installed one that `model` names.

        Our words, sentences and lemmas stay the same under any model.

        Raises:
            SettingsError: `model` is not installed, not Danish, or lacks what rules ask for.
        """
        spacy = import_spacy()
        import_module("traek.engine.pipeline")  # registers our tokenizer
        with as_file(files("traek") / "models" / EMBEDDED) as folder:
            lemmas = Lemmas.load(folder / "traek_lemmatizer" / "rules.txt.gz")
            verbs = VerbForms.load(folder / "traek_lemmatizer" / "verbs.txt.gz")
            if model is None or model == EMBEDDED:
                nlp = spacy.load(folder, exclude=["traek_lemmatizer"])
                _drop_unused_attributes(nlp.vocab)
            else:
                nlp = _installed(spacy, model)
        name = f"{nlp.lang}_{nlp.meta['name']}"
        return cls(name, str(nlp.meta["version"]), nlp, lemmas, verbs)

    def annotate(self, blocks: Sequence[Sequence[Sentence]]) -> None:
        """Fill in lemmas, parts of speech and features of every sentence of one letter."""
        sentences = [sentence for block in blocks for sentence in block if sentence.words]
        self.tag(sentences, address_of(sentences))

    def tag(self, sentences: Sequence[Sentence], address: Address) -> None:
        """Fill in lemmas, parts of speech and features of some sentences of a letter.

        Each is read by itself; only `address` says how the letter speaks to its reader.
        """
        if not sentences:
            return
        docs = self._docs(sentences)
        for name, pipe in self._nlp.pipeline:
            if name != "parser":
                docs = _run(pipe, docs)
        self._read_tags(sentences, docs)
        correct(sentences, self._verbs, address)
        lemma = self._lemmas.lemma
        for sentence in sentences:
            sentence.lemmas = [
                meaning(word) or lemma(word, part, features)
                for word, part, features in zip(
                    sentence.words, sentence.parts, sentence.features, strict=True
                )
            ]

    def relate(self, sentences: Sequence[Sentence]) -> None:
        """Fill in heads and relations of these sentences."""
        sentences = [sentence for sentence in sentences if sentence.words]
        if not sentences:
            return
        docs = self._docs(sentences)
        for name, pipe in self._nlp.pipeline:
            if name in _ENCODERS or name == "parser":
                docs = _run(pipe, docs)
        for sentence, doc in zip(sentences, docs, strict=True):
            sentence.heads = [token.head.i for token in doc]
            sentence.relations = [token.dep_ for token in doc]
            _name_agents(sentence)

    def _docs(self, sentences: Sequence[Sentence]) -> list[Doc]:
        from spacy.tokens import Doc  # noqa: PLC0415  heavy

        self._words += sum(len(sentence.words) for sentence in sentences)
        if self._zone is None or self._words > _ROUND:
            if self._zone is not None:
                self._zone.__exit__(None, None, None)
            self._zone = self._nlp.memory_zone()
            self._zone.__enter__()
            self._words = 0
        vocab = self._nlp.vocab
        documents = []
        for sentence in sentences:
            begins: list[bool | int | None] = [False] * len(sentence.words)
            begins[0] = True
            documents.append(Doc(vocab, words=sentence.words, sent_starts=begins))
        return documents

    def _read_tags(self, sentences: Sequence[Sentence], docs: Sequence[Doc]) -> None:
        parts, features, strings = self._parts, self._features, self._nlp.vocab.strings
        for sentence, doc in zip(sentences, docs, strict=True):
            keys = doc.to_array(["POS", "MORPH"])
            for part, morph in set(map(tuple, keys.tolist())):
                if part not in parts:
                    parts[part] = strings[part]
                if morph not in features:
                    features[morph] = frozenset(filter(None, strings[morph].split("|"))) - {"_"}
            sentence.parts = [parts[key] for key in keys[:, 0].tolist()]
            sentence.features = [features[key] for key in keys[:, 1].tolist()]


def _run(pipe: Any, docs: list[Doc]) -> list[Doc]:
    """The documents behind one component; those of spaCy's that look at words have no `pipe`."""
    if hasattr(pipe, "pipe"):
        return list(pipe.pipe(docs, batch_size=len(docs)))
    return [pipe(doc) for doc in docs]


def import_spacy() -> ModuleType:
    """SpaCy without its command line, which is a third of its start-up time and unused here.

    Where a spaCy to come needs the command line at import, it gets it.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    command_line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    command_line.__path__ = []
    info.info = lambda *_args, **_options: None  # type: ignore[attr-defined]
    sys.modules |= {"spacy.cli": command_line, "spacy.cli.info": info}
    try:
        import spacy  # noqa: PLC0415
    except ImportError:
        for name in [name for name in sys.modules if name.split(".")[0] == "spacy"]:
            del sys.modules[name]
        import spacy  # noqa: PLC0415
    else:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
        spacy.__dict__.pop("cli", None)
    return spacy


def _drop_unused_attributes(vocab: Any) -> None:
    """Leave out what spaCy works out of every new word and our pipeline never asks for."""
    from spacy.attrs import IDS  # type: ignore[import-not-found]  # noqa: PLC0415

    needed = {IDS[name] for name in ("LOWER", "NORM", "PREFIX", "SHAPE", "SUFFIX")}
    vocab.lex_attr_getters = {
        key: getter for key, getter in vocab.lex_attr_getters.items() if key in needed
    }


def _installed(spacy: ModuleType, model: str) -> Language:
    """An installed pipeline that gives what rules ask for."""
    try:
        nlp: Language = spacy.load(model, exclude=list(_NOT_NEEDED))
    except OSError as error:
        raise SettingsError(
            f"Sprogmodellen »{model}« er ikke installeret her. Installér den med "
            f"»python -m spacy download {model}«, eller udelad valget af model, så bruger traek "
            "sin egen."
        ) from error
    except (ImportError, ValueError) as error:
        raise SettingsError(
            f"Sprogmodellen »{model}« kan ikke bruges med den udgave af spaCy, der er installeret "
            f"her ({spacy.__version__}). Vælg en udgave af modellen, der passer til, eller udelad "
            "valget af model, så bruger traek sin egen."
        ) from error
    missing = _missing(nlp)
    if missing:
        raise SettingsError(
            f"Sprogmodellen »{model}« kan ikke bruges, for den {missing}. Vælg en dansk model med "
            "ordklasser, bøjning og sætningsled, for eksempel da_core_news_sm."
        )
    return nlp


def _missing(nlp: Language) -> str | None:
    """What rules ask for and the pipeline does not give, in Danish; None if it gives all."""
    if nlp.lang != "da":
        return f"er til et andet sprog ({nlp.lang})"
    if not {"morphologizer", "attribute_ruler"} & set(nlp.pipe_names):
        return "mangler ordklasser og bøjning"
    if "parser" not in nlp.pipe_names:
        return "mangler sætningsled"
    if not {"nsubj", "obj"} <= set(nlp.get_pipe("parser").labels):  # type: ignore[attr-defined]
        return "bruger andre navne for sætningsled end Universal Dependencies"
    return None


def _name_agents(sentence: Sentence) -> None:
    """Call the »af« phrase of a passive its agent, which the Danish treebank leaves open."""
    for token, relation in enumerate(sentence.relations):
        verb = sentence.heads[token]
        if relation != "obl" or not _is_passive(sentence, verb):
            continue
        marks = {
            sentence.lowers[child]
            for child, head in enumerate(sentence.heads)
            if head == token and sentence.relations[child] == "case"
        }
        if "af" in marks:
            sentence.relations[token] = "obl:agent"


def _is_passive(sentence: Sentence, verb: int) -> bool:
    features = sentence.features[verb] if sentence.features else frozenset()
    if "Voice=Pass" in features:
        return True
    return "VerbForm=Part" in features and any(
        head == verb and sentence.relations[child].startswith("aux")
        for child, head in enumerate(sentence.heads)
    )
