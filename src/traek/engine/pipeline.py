"""What spaCy is to know of us: a tokenizer, a sentence splitter and a lemmatizer, by name.

Importing this module registers them, so that `spacy.load` can read the embedded pipeline and
`nlp(text)` reads a text as the engine does. Only `grammar.py` and the training import it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from traek.engine.lemmas import Lemmas
from traek.engine.normalise import normalise
from traek.engine.sentences import sentence_starts
from traek.engine.tokens import cut

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_RULES = "rules.txt.gz"


class TraekTokenizer:
    """Makes a document of a text with the engine's own tokens.

    The document's text is the normalised one.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a document, its sentences begun but not ended."""
        text = normalise(text).text
        words, starts, ends = cut(text)
        begins = set(sentence_starts(words, starts, text))
        spaces = [end < start for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
        return Doc(
            self.vocab,
            words=words,
            spaces=spaces,
            sent_starts=[token in begins for token in range(len(words))],
        )

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterable[Doc]:
        """One document a text."""
        return map(self, texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the tokens are decided by code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> TraekTokenizer:
        """This tokenizer."""
        return self

    def to_disk(self, _path: Path, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, _path: Path, **_: Any) -> TraekTokenizer:
        """This tokenizer."""
        return self


@registry.tokenizers("traek_tokenizer")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], TraekTokenizer]:
    """The tokenizer that a pipeline's configuration asks for by name."""

    def create(nlp: Language) -> TraekTokenizer:
        return TraekTokenizer(nlp.vocab)

    return create


class SuffixLemmatizer:
    """Writes the dictionary form on every token, by its part of speech."""

    def __init__(self) -> None:
        self.lemmas: Lemmas | None = None
        self._source: Path | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with lemmas."""
        if self.lemmas is None:
            raise RuntimeError("the lemmatizer has no rules; load the pipeline from its folder")
        for token in doc:
            features = frozenset(str(token.morph).split("|"))
            token.lemma_ = self.lemmas.lemma(token.text, token.pos_, features)
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Copy the rules into the folder `path`."""
        if self._source is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._source, Path(path) / _RULES)

    def from_disk(self, path: Path, **_: Any) -> SuffixLemmatizer:
        """This lemmatizer, with the rules in the folder `path`."""
        self._source = Path(path) / _RULES
        self.lemmas = Lemmas.load(self._source)
        return self


@Language.factory("traek_lemmatizer", assigns=["token.lemma"])
def create_lemmatizer(nlp: Language, name: str) -> SuffixLemmatizer:
    """The lemmatizer that a pipeline's configuration asks for by name."""
    del nlp, name
    return SuffixLemmatizer()
