"""The language of `[omskriv]`: a rule's rewrite, read into pieces that the engine fills in.

A piece is text as it stands, a named part of the match (as it stands, with its whole phrase, or
inflected), the sentence before or after the match, a group that follows the match's own word
order, or an operation on the whole sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from traek.inflection.forms import FORMS, agreeing
from traek.patterns import PatternError
from traek.patterns.parse import nearest


class Scope(StrEnum):
    """What a rewrite replaces: the match, its sentence, or (deleting) what it names itself."""

    HIT = "sted"
    SENTENCE = "saetning"
    DELETE = "slet"


class Rewrite(NamedTuple):
    """One rewrite of a rule as its author wrote it."""

    scope: Scope
    template: str


class Words(NamedTuple):
    """Text as it stands, written to »du«."""

    text: str


class Part(NamedTuple):
    """A named part of the match: in these forms, with its whole phrase where `whole` is true."""

    name: str
    forms: tuple[str, ...] = ()
    whole: bool = False


class Order(NamedTuple):
    """Subject, finite verb and adverbs, to be put in the order that the match has."""

    subject: Template
    verb: Template
    rest: Template


class Operation(NamedTuple):
    """The whole sentence turned as `name` says."""

    name: str
    argument: str


Piece: TypeAlias = Words | Part | Order | Operation
Template: TypeAlias = tuple[Piece, ...]

BEFORE, AFTER = "foran", "rest"
"""The sentence before and after the match."""

DELETABLE = ("ord", "led", "saetning")
"""What `[omskriv.slet]` may take away: the match, the clause it stands in, its sentence."""

TEXT, PART = "tekst", "stykke"
OPERATIONS: dict[str, str] = {
    "aktiv": TEXT,
    "del": "",
    "forrest": PART,
    "hovedsaetning": "",
    "ledsaetning": "",
    "ligefrem": "",
    "smaa-bogstaver": "",
    "tilfoej": TEXT,
}
"""What `<…>` may name, each with what stands behind the colon: a text, a named part, or nothing."""

_PART = re.compile(r"(?P<name>[a-zæøå][a-zæøå0-9_]*)(?P<whole>\+)?(?::(?P<forms>[^{}:]+))?")
_OPERATION = re.compile(r"<(?P<name>[a-zæøå-]+)(?::(?P<argument>[^<>]*))?>")
_SUBJECT_AND_VERB = 2


@functools.cache
def parse_template(source: str) -> Template:
    """The pieces of a template.

    Raises:
        PatternError: a brace or sign has no partner, or a group has too few words.
    """
    return tuple(_pieces(source))


def check_rewrite(rewrite: Rewrite, names: Collection[str], *, orders: bool) -> None:
    """Nothing, where the rewrite can be filled in from a pattern with these named parts.

    `orders` is whether the pattern has a group in `{ }` whose order can be followed.

    Raises:
        PatternError: the template cannot be read, or asks for what the pattern does not give.
    """
    if rewrite.scope is Scope.DELETE:
        if rewrite.template not in DELETABLE:
            raise PatternError(
                f"»{rewrite.template}« kan ikke slettes. Skriv »ord«, »led« eller »saetning«."
            )
        return
    for piece in every_piece(parse_template(rewrite.template)):
        _check(piece, rewrite, names, orders=orders)


def every_piece(template: Template) -> Template:
    """The pieces of a template and of the groups in it."""
    found: list[Piece] = []
    for piece in template:
        found.append(piece)
        if isinstance(piece, Order):
            found += every_piece(piece.subject + piece.verb + piece.rest)
    return tuple(found)


def _check(piece: Piece, rewrite: Rewrite, names: Collection[str], *, orders: bool) -> None:
    if isinstance(piece, Part):
        _check_part(piece, rewrite, names)
    elif isinstance(piece, Order) and not orders:
        raise PatternError(
            f"»{rewrite.template}« har en gruppe ord i {{ }}, men mønsteret har ingen, hvis "
            "ordstilling den kan følge. Sæt { } om grundled og udsagnsord i mønsteret, eller "
            "skriv ordene uden { }."
        )
    elif isinstance(piece, Operation):
        _check_operation(piece, rewrite, names)


def _check_operation(piece: Operation, rewrite: Rewrite, names: Collection[str]) -> None:
    if rewrite.scope is not Scope.SENTENCE:
        raise PatternError(
            f"»<{piece.name}>« vender hele sætningen og hører til under [omskriv.saetning]."
        )
    if piece.name not in OPERATIONS:
        raise PatternError(
            f"»<{piece.name}>« er ikke noget, en sætning kan vendes til."
            + (nearest(piece.name, OPERATIONS) or f" Vælg mellem {', '.join(OPERATIONS)}.")
        )
    wanted = OPERATIONS[piece.name]
    if wanted == TEXT and not piece.argument.strip():
        raise PatternError(
            f"»<{piece.name}>« mangler en tekst efter kolon. Skriv fx »<{piece.name}:vi>«."
        )
    if wanted == PART and piece.argument not in names:
        raise PatternError(
            f"»<{piece.name}:{piece.argument}>« skal nævne et stykke i mønsteret."
            + nearest(piece.argument, names)
        )
    if not wanted and piece.argument:
        raise PatternError(f"»<{piece.name}>« skal ikke have noget efter kolon.")


def _check_part(part: Part, rewrite: Rewrite, names: Collection[str]) -> None:
    if part.name in {BEFORE, AFTER} and part.name not in names:
        if rewrite.scope is not Scope.SENTENCE:
            raise PatternError(
                f"»{{{part.name}}}« er en del af sætningen uden for fundet og hører til under "
                "[omskriv.saetning]."
            )
        if part.forms or part.whole:
            raise PatternError(f"»{{{part.name}}}« kan ikke bøjes. Skriv det alene i {{ }}.")
        return
    if part.name not in names:
        raise PatternError(
            f"»{{{part.name}}}« er ikke navnet på et stykke i mønsteret."
            + (nearest(part.name, names) or " Sæt »navn:« foran det stykke, du mener.")
        )
    for form in part.forms:
        if form not in FORMS and not agreeing(form):
            raise PatternError(
                f"»{form}« i »{{{part.name}:{form}}}« er ikke en kendt bøjning."
                + nearest(form, FORMS)
            )


def _pieces(source: str) -> list[Piece]:
    found: list[Piece] = []
    place = 0
    while place < len(source):
        sign = source[place]
        operation = _OPERATION.match(source, place)
        if sign == "{":
            end = _closing(source, place)
            found.append(_braced(source[place + 1 : end]))
            place = end + 1
        elif sign == "}":
            raise PatternError(f"»}}« står uden sin makker i forslaget »{source}«.")
        elif operation is not None:
            found.append(Operation(operation["name"], operation["argument"] or ""))
            place = operation.end()
        else:
            plain = re.compile(r"<?[^{}<]*").match(source, place)
            end = plain.end() if plain else len(source)
            found.append(Words(source[place:end]))
            place = end
    return found


def _closing(source: str, start: int) -> int:
    depth = 0
    for place in range(start, len(source)):
        depth += {"{": 1, "}": -1}.get(source[place], 0)
        if not depth:
            return place
    raise PatternError(f"Der mangler »}}« i forslaget »{source}«.")


def _braced(inner: str) -> Piece:
    part = _PART.fullmatch(inner.strip())
    if part is not None:
        forms = tuple(form.strip() for form in (part["forms"] or "").split(",") if form.strip())
        return Part(part["name"], forms, bool(part["whole"]))
    words = _split(inner)
    if len(words) < _SUBJECT_AND_VERB:
        raise PatternError(
            f"»{{{inner}}}« kan ikke læses. I {{ }} skal der stå navnet på et stykke, eventuelt "
            "med en bøjning (»{ting:bestemt}«), eller grundled og udsagnsord (»{vi mangler}«)."
        )
    subject, verb, *rest = (tuple(_pieces(word)) for word in words)
    return Order(subject, verb, tuple(_joined(rest)))


def _joined(words: list[Template]) -> list[Piece]:
    found: list[Piece] = []
    for number, word in enumerate(words):
        if number:
            found.append(Words(" "))
        found.extend(word)
    return found


def _split(inner: str) -> list[str]:
    """The words of a group; what stands in brackets or braces is one word."""
    words, depth, current = [], 0, ""
    for sign in inner:
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign, 0)
        if sign.isspace() and not depth:
            words.append(current)
            current = ""
        else:
            current += sign
    return [word for word in (*words, current) if word]
