"""A pack's TOML files -> rules, protections and signs; every mistake names file, key and way out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from traek.errors import RuleError
from traek.model import Certainty, Genre, Side, Situation
from traek.patterns import Pattern, base_lists, parse_pattern
from traek.patterns.order import fixed_order
from traek.patterns.words import Lists
from traek.rulepack.categories import CATEGORIES, LAWS
from traek.rulepack.keys import Table
from traek.rulepack.rewrites import rewrites_of
from traek.rulepack.source import LISTS, PackSource
from traek.rulepack.values import (
    ZONES,
    Around,
    Examples,
    Protection,
    Rule,
    RulePack,
    Search,
    Sign,
)

_CERTAINTIES = {"høj": Certainty.HØJ, "middel": Certainty.MIDDEL, "lav": Certainty.LAV}
_SITUATIONS: dict[str, Situation | None] = {
    "begge": None,
    "svar": Situation.SVAR,
    "skriv-ud": Situation.SKRIV_UD,
}
_SIDES = {str(side): side for side in Side}
_SEARCH_KEYS = {"find", "undtagen", "kun_hvis", "ikke_hvis", "gange", "ordstilling"}
_COMMON_KEYS = _SEARCH_KEYS | {"titel", "eksempler"}
_RULE_KEYS = _COMMON_KEYS | {
    *("kategori", "side", "situation", "tyngde", "sikkerhed"),
    *("besked", "bedre", "hvorfor", "kilde", "omskriv"),
}
_PROTECTION_KEYS = _COMMON_KEYS | {"lov", "beskytter", "omfang", "hvorfor", "kilde"}
_SIGN_KEYS = _COMMON_KEYS | {"fylder", "taler_for", "styrke", "situation"}


def read_pack(source: PackSource) -> RulePack:
    """The pack in `source`, parsed and checked but with its examples not yet tried.

    Raises:
        RuleError: one line for each file that cannot be used.
    """
    problems: list[str] = []
    tables: dict[str, Table] = {}
    for path, data in source.texts:
        try:
            tables[path] = _table(path, data)
        except RuleError as error:
            problems.append(str(error))
    lists = _lists(tables.pop(LISTS, None), problems)
    reader = _Reader(source.name, lists)
    for path, table in tables.items():
        try:
            reader.read(path, table)
        except RuleError as error:
            problems.append(str(error))
    if problems:
        raise RuleError("\n".join(problems))
    return RulePack(
        package=source.package,
        name=source.name,
        version=source.version,
        rules=tuple(reader.rules),
        protections=tuple(reader.protections),
        signs=tuple(reader.signs),
        examples=reader.examples,
        digest=source.digest,
        verified=source.seal == source.digest,
    )


def word_lists(source: PackSource) -> Lists:
    """The lists that a pattern of the pack may name with `@`.

    Raises:
        RuleError: the pack's own lists cannot be read.
    """
    problems: list[str] = []
    data = dict(source.texts).get(LISTS)
    lists = _lists(None if data is None else _table(LISTS, data), problems)
    if problems:
        raise RuleError("\n".join(problems))
    return lists


def _table(path: str, data: bytes) -> Table:
    try:
        return Table(path, tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: filen er ikke UTF-8. Gem den som UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(
            f"{path}: filen følger ikke TOML ({error}). Tekst skal stå i citationstegn, og en "
            "nøgle uden citationstegn må kun have bogstaverne a-z."
        ) from error


def _lists(table: Table | None, problems: list[str]) -> Lists:
    lists = dict(base_lists())
    for name in table.content if table else ():
        try:
            lists[name] = table.texts(name) if table else ()
        except RuleError as error:
            problems.append(str(error))
    return lists


class _Reader:
    """Collects what the files of one pack hold."""

    def __init__(self, pack: str, lists: Lists) -> None:
        self.pack = pack
        self.lists = lists
        self.rules: list[Rule] = []
        self.protections: list[Protection] = []
        self.signs: list[Sign] = []
        self.examples: dict[str, Examples] = {}
        self.paths: dict[str, str] = {}

    def read(self, path: str, table: Table) -> None:
        """Add what one file holds.

        Raises:
            RuleError: the file is none of the three kinds, or something in it is wrong.
        """
        name = f"{self.pack}/{PurePosixPath(path).stem}"
        if name in self.paths:
            raise table.error(
                f"navnet »{name}« er allerede taget af {self.paths[name]}. Giv den ene et nyt navn."
            )
        self.paths[name] = path
        if "kategori" in table.content:
            self.rules.append(self._rule(name, table))
        elif "lov" in table.content:
            self.protections.append(self._protection(name, table))
        elif "fylder" in table.content or "taler_for" in table.content:
            self.signs.append(self._sign(name, table))
        else:
            raise table.error(
                "der mangler »kategori« (en regel), »lov« (lovbeskyttelse) eller »fylder« "
                "(hvad der fylder en side)."
            )

    def _rule(self, name: str, table: Table) -> Rule:
        table.only(_RULE_KEYS)
        category = table.choice("kategori", {key: key for key in CATEGORIES})
        search = self._search(table)
        self.examples[name] = _examples(table, misses=True)
        return Rule(
            id=name,
            title=table.text("titel"),
            category=category,
            side=table.choice("side", _SIDES, CATEGORIES[category].side),
            situation=table.choice("situation", _SITUATIONS, None),
            weight=table.choice("tyngde", {"1": 1, "2": 2, "3": 3}),
            certainty=table.choice("sikkerhed", _CERTAINTIES, Certainty.HØJ),
            message=table.text("besked"),
            advice=table.text("bedre", default=""),
            why=table.text("hvorfor"),
            sources=table.texts("kilde", default=()),
            search=search,
            rewrites=rewrites_of(table, search),
            path=table.path,
        )

    def _protection(self, name: str, table: Table) -> Protection:
        table.only(_PROTECTION_KEYS)
        wanted = table.texts("beskytter")
        for category in wanted:
            if category not in {*CATEGORIES, "E"}:
                raise table.error(f"»{category}« i »beskytter« er ikke en kategori.")
        self.examples[name] = _examples(table, misses=False)
        return Protection(
            id=name,
            law=table.choice("lov", {law: law for law in LAWS}),
            title=table.text("titel"),
            categories=wanted,
            whole_sentence=table.choice("omfang", {"sætning": True, "fund": False}, default=False),
            search=self._words_only(table),
            path=table.path,
        )

    def _sign(self, name: str, table: Table) -> Sign:
        table.only(_SIGN_KEYS)
        spoken_for = {str(value): str(value) for value in (*Situation, *Genre)}
        of = (
            table.choice("fylder", {side: side for side in _SIDES})
            if "fylder" in table.content
            else table.choice("taler_for", spoken_for)
        )
        self.examples[name] = _examples(table, misses=False)
        return Sign(
            id=name,
            of=of,
            strength=table.choice("styrke", {"1": 1, "2": 2, "3": 3}, 1),
            situation=table.choice("situation", _SITUATIONS, None),
            search=self._words_only(table),
            path=table.path,
        )

    def _words_only(self, table: Table) -> Search:
        """The search of something that takes part in every run, and so must not load the grammar."""
        search = self._search(table)
        for pattern in search.patterns():
            if pattern.grammar:
                raise table.error(
                    f"»{pattern.source}« spørger til grammatik. Lovbeskyttelse og tegn er med i hver "
                    "kørsel og må kun bruge ord, ordlister og former som #tal."
                )
        return search

    def _search(self, table: Table) -> Search:
        find = table.table("find")
        if not find.content:
            raise table.error("der mangler et mønster under [find].")
        named = tuple((key, find.parsed(key, find.text(key), self._parse)) for key in find.content)
        if not table.choice("ordstilling", {"fast": True, "fri": False}, default=False):
            _check_order(find, named)
        return Search(
            find=named,
            exceptions=self._patterns(table, "undtagen"),
            requires=self._around(table, "kun_hvis"),
            excludes=self._around(table, "ikke_hvis"),
            from_time=table.choice("gange", {str(number): number for number in range(1, 10)}, 1),
        )

    def _around(self, table: Table, key: str) -> Around:
        around = table.table(key)
        around.only({"samme", "forinden", "bagefter", "sted"})
        zones = around.texts("sted", default=())
        for zone in zones:
            around.known("sted", zone, ZONES)
        return Around(
            sentence=self._patterns(around, "samme"),
            before=self._patterns(around, "forinden"),
            after=self._patterns(around, "bagefter"),
            zones=frozenset(zones),
        )

    def _patterns(self, table: Table, key: str) -> tuple[Any, ...]:
        return tuple(table.parsed(key, text, self._parse) for text in table.texts(key, default=()))

    @property
    def _parse(self) -> Callable[[str], Any]:
        return lambda text: parse_pattern(text, self.lists)


def _check_order(find: Table, named: tuple[tuple[str, Pattern], ...]) -> None:
    for key, pattern in named:
        if fixed_order(pattern.nodes):
            raise find.error(
                f"»{key}«: »{pattern.source}« kender kun ligefrem ordstilling. Sæt {{ }} om grundled "
                "og udsagnsord, så »inden fredag skal du« også rammes, eller skriv "
                'ordstilling = "fast", hvis det er meningen.'
            )


def _examples(table: Table, *, misses: bool) -> Examples:
    examples = table.table("eksempler")
    examples.only({"rammer", "rammer_ikke", "omskriver"})
    hits = examples.texts("rammer", default=())
    if not hits:
        raise table.error('der mangler mindst ét eksempel under [eksempler] rammer = ["…"].')
    others = examples.texts("rammer_ikke", default=())
    if misses and not others:
        raise table.error(
            'der mangler mindst ét eksempel under [eksempler] rammer_ikke = ["…"]: noget, der '
            "ligner, men som reglen skal lade gå fri."
        )
    pairs = []
    for entry in examples.tables("omskriver"):
        entry.only({"fra", "til"})
        pairs.append((entry.text("fra"), entry.text("til")))
    return Examples(hits, others, tuple(pairs))
