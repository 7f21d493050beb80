"""Compiled packs kept between runs, by the digest of their content, so that a start is quick.

What is kept holds rules only, never a word of a letter. A cache that is missing, of another
version, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from traek.model import Certainty, Side, Situation
from traek.patterns import Anchor, Pattern
from traek.rulepack.template import Rewrite, Scope
from traek.rulepack.values import Around, Examples, Protection, Rule, RulePack, Search, Sign

FORMAT = 3
MOST_KEPT = 12


def cache_folder() -> Path:
    """Where compiled packs are kept: `TRAEK_CACHE`, or the user's cache folder."""
    if chosen := os.environ.get("TRAEK_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "traek" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "traek"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "traek"


def _file(digest: str) -> Path:
    return cache_folder() / f"regler-{digest}-{sys.implementation.cache_tag}-{FORMAT}.bin"


def load(digest: str) -> RulePack | None:
    """The pack kept for `digest`, or None."""
    collecting = gc.isenabled()
    gc.disable()  # thousands of new values, none of them garbage
    try:
        return _pack(marshal.loads(_file(digest).read_bytes()))  # noqa: S302  our own file
    except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        return None
    finally:
        if collecting:
            gc.enable()


def keep(pack: RulePack) -> None:
    """Keep `pack` for the next run where that can be done."""
    with contextlib.suppress(OSError):
        target = _file(pack.digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(marshal.dumps(_shared(_plain_pack(pack), {})))
        Path(temporary).replace(target)
        _forget_old(target.parent)


def _forget_old(folder: Path) -> None:
    """Remove all but the newest, for who writes rules leaves a kept pack behind at every change."""
    kept = sorted(folder.glob("regler-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[MOST_KEPT:]:
        file.unlink(missing_ok=True)


def _plain_pack(pack: RulePack) -> tuple[Any, ...]:
    return (
        (pack.package, pack.name, pack.version, pack.digest, pack.verified),
        tuple(_plain_rule(rule) for rule in pack.rules),
        tuple(
            (p.id, p.law, p.title, p.categories, p.whole_sentence, _plain_search(p.search), p.path)
            for p in pack.protections
        ),
        tuple(
            (
                s.id,
                s.of,
                s.strength,
                s.situation and str(s.situation),
                _plain_search(s.search),
                s.path,
            )
            for s in pack.signs
        ),
        marshal.dumps({key: (e.hits, e.misses, e.rewrites) for key, e in pack.examples.items()}),
    )


def _shared(value: Any, seen: dict[Any, Any]) -> Any:
    """The value with equal parts made one, so that each is written and read only once."""
    if isinstance(value, tuple):
        value = tuple([_shared(part, seen) for part in value])
    return seen.setdefault((type(value), value), value)


def _plain_rule(rule: Rule) -> tuple[Any, ...]:
    return (
        (rule.id, rule.title, rule.category, str(rule.side)),
        (rule.situation and str(rule.situation), rule.weight, int(rule.certainty)),
        (rule.message, rule.advice, rule.why, rule.sources),
        _plain_search(rule.search),
        tuple(
            (name, tuple((str(r.scope), r.template) for r in rewrites))
            for name, rewrites in rule.rewrites.items()
        ),
        rule.path,
    )


def _plain_search(search: Search) -> tuple[Any, ...]:
    return (
        tuple((name, _plain_pattern(pattern)) for name, pattern in search.find),
        tuple(map(_plain_pattern, search.exceptions)),
        _plain_around(search.requires),
        _plain_around(search.excludes),
        search.from_time,
    )


def _plain_around(around: Around) -> tuple[Any, ...]:
    sides = (around.sentence, around.before, around.after)
    return (*(tuple(map(_plain_pattern, side)) for side in sides), around.zones)


def _plain_pattern(pattern: Pattern) -> tuple[Any, ...]:
    anchor = tuple(pattern.anchor) if pattern.anchor else None
    return (
        *(pattern.source, pattern.nodes, anchor),
        *(pattern.grammar, pattern.relations, pattern.names),
    )


def _pack(plain: tuple[Any, ...]) -> RulePack:
    (package, name, version, digest, verified), rules, protections, signs, examples = plain
    return RulePack(
        package,
        name,
        version,
        tuple(map(_rule, rules)),
        tuple(
            Protection(i, law, title, wanted, whole, _search(search), path)
            for i, law, title, wanted, whole, search, path in protections
        ),
        tuple(
            Sign(i, of, strength, _situation(situation), _search(search), path)
            for i, of, strength, situation, search, path in signs
        ),
        _Examples(examples),
        digest,
        verified,
    )


def _rule(plain: tuple[Any, ...]) -> Rule:
    (name, title, category, side), (situation, weight, certainty), texts, search, rewrites, path = (
        plain
    )
    message, advice, why, sources = texts
    return Rule(
        id=name,
        title=title,
        category=category,
        side=Side(side),
        situation=_situation(situation),
        weight=weight,
        certainty=Certainty(certainty),
        message=message,
        advice=advice,
        why=why,
        sources=sources,
        search=_search(search),
        rewrites={
            name: tuple(Rewrite(Scope(scope), template) for scope, template in found)
            for name, found in rewrites
        },
        path=path,
    )


def _situation(value: str | None) -> Situation | None:
    return Situation(value) if value else None


class _Examples(Mapping[str, Examples]):
    """Examples that are read when somebody asks for one, which a check never does."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._read: dict[str, Examples] | None = None

    def _all(self) -> dict[str, Examples]:
        if self._read is None:
            plain = marshal.loads(self._data)  # noqa: S302  our own file
            self._read = {key: Examples(*value) for key, value in plain.items()}
        return self._read

    def __getitem__(self, key: str) -> Examples:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _search(plain: tuple[Any, ...]) -> Search:
    find, exceptions, requires, excludes, from_time = plain
    return Search(
        tuple((name, _pattern(pattern)) for name, pattern in find),
        tuple(map(_pattern, exceptions)),
        _around(requires),
        _around(excludes),
        from_time,
    )


_NOTHING = Around()


def _around(plain: tuple[Any, ...]) -> Around:
    if not any(plain):
        return _NOTHING
    sentence, before, after, zones = plain
    return Around(
        tuple(map(_pattern, sentence)),
        tuple(map(_pattern, before)),
        tuple(map(_pattern, after)),
        zones,
    )


def _pattern(plain: tuple[Any, ...]) -> Pattern:
    source, nodes, anchor, grammar, relations, names = plain
    return Pattern(source, nodes, Anchor(*anchor) if anchor else None, grammar, relations, names)
