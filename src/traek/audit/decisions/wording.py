"""What the sheet says of a sentence in words: the slow part of a row, kept from sheet to sheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from traek.audit.decisions.choices import OFFERS, Choice, Sentence, choice_of
from traek.audit.decisions.covering import Covering
from traek.audit.kept import WORDS
from traek.audit.library import Library
from traek.audit.lines import line_of, rows_of, whole_lines
from traek.audit.versions import showing_version

WORDED = ("saetning", *(f"forslag_{n}" for n in range(1, OFFERS + 1)), "hvad", "raad", "skabeloner")
"""The columns that are words."""
_GOES = "(sætningen kan udgå)"
_SHOWN_TEMPLATES = 5


class Wording:
    """Puts sentences into words, without personal data where there is a `covering`.

    What it was told once is in a file of the library's folder, with a digest of all that it depends
    on: findings, place, templates, names that are covered, and the code.
    """

    def __init__(self, library: Library, covering: Covering | None) -> None:
        self._library, self._covering = library, covering
        self._known: dict[str, list[str]] = {}
        self._used: dict[str, list[str]] = {}
        told = [library.versions, showing_version(), covering is None]
        self._base = hashlib.blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=16)
        self._file = library.folder / WORDS

    def recall(self) -> None:
        """Take in what is kept of the sheet before this one, where it can be read."""
        try:
            self._known = dict(rows_of(whole_lines(self._file)))
        except (OSError, ValueError, TypeError):
            self._known = {}

    def keep(self) -> None:
        """Keep what was told now, and no more."""
        unfinished = self._file.with_suffix(".ny")
        unfinished.write_bytes(b"".join(map(line_of, self._used.items())))
        unfinished.replace(self._file)

    def of(self, sentence: Sentence, templates: list[int]) -> list[str]:
        """The words on a sentence that stands in these templates, by column of `WORDED`."""
        key = self._key(sentence, templates)
        words = self._known.get(key)
        if words is None or len(words) != len(WORDED):
            words = self._words(choice_of(self._library, sentence))
        self._used[key] = words
        return words

    def _key(self, sentence: Sentence, templates: list[int]) -> str:
        digest = self._base.copy()
        first = templates[:_SHOWN_TEMPLATES]
        names = self._covering.names_by(first) if self._covering else ()
        paths = [self._library.templates[number].path for number in first]
        more = len(templates) - len(first)
        digest.update(repr((sentence.text, paths, more, sorted(names))).encode())
        for place, told in sorted(sentence.tryk.items()):
            digest.update(repr((place, told.start)).encode())
            digest.update(self._library.findings.line(told.number))
        return digest.hexdigest()

    def _words(self, choice: Choice) -> list[str]:
        def shown(text: str) -> str:
            return self._covering.covered(choice, text).text if self._covering else text

        offers = [shown(offer) or _GOES for offer in choice.offers]
        offers += [""] * (OFFERS - len(offers))
        numbers = choice.templates[:_SHOWN_TEMPLATES]
        names = [shown(self._library.templates[number].path) for number in numbers]
        more = len(choice.templates) - len(names)
        places = [*names, *([f"og {more} til"] if more > 0 else [])]
        advice = dict.fromkeys(s.advice for f in choice.findings for s in f.suggestions if s.advice)
        about = "\n".join(map(shown, _about(choice)))
        return [shown(choice.text), *offers, about, "\n".join(advice), "\n".join(places)]


def _about(choice: Choice) -> Iterator[str]:
    for finding in choice.findings:
        yield (
            f"»{finding.quote}«: {finding.message}" if len(choice.findings) > 1 else finding.message
        )
