"""What a request asks for, read out of its body, which never touches a disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from traek.model import Genre, Situation
from traek.web.bench import check_length
from traek.web.copies import Way
from traek.web.sheet import Sheet, blocks_of, laid_out, typed

if TYPE_CHECKING:
    from starlette.requests import Request

    from traek.model import Block

AUTO = (None, "", "auto")


class BadRequestError(Exception):
    """A body that our page does not send; the message is for whoever writes another page."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A text with what was chosen for it.

    `shape` are the blocks of the file it began as, `left` the findings, by the page's names, that
    the writer lets stand.
    """

    text: str
    situation: Situation | None = None
    genre: Genre | None = None
    shape: tuple[Block, ...] = ()
    name: str = "teksten"
    left: frozenset[str] = frozenset()

    def sheet(self) -> Sheet:
        """The text as blocks."""
        return laid_out(self.text, self.shape) if self.shape else typed(self.text)


async def whole_body(request: Request) -> bytes:
    """The body, held in memory alone; Starlette's own forms would be put on disk."""
    return b"".join([chunk async for chunk in request.stream()])


def told(body: bytes) -> dict[str, Any]:
    """The JSON object in a body.

    Raises:
        BadRequestError: there is none.
    """
    try:
        value = json.loads(body)
    except ValueError as error:
        raise BadRequestError("Der skal stå et JSON-objekt i forespørgslen.") from error
    if not isinstance(value, dict):
        raise BadRequestError("Der skal stå et JSON-objekt i forespørgslen.")
    return value


def part(values: dict[str, Any], name: str) -> dict[str, Any]:
    """The object of that name among the values.

    Raises:
        BadRequestError: there is none.
    """
    value = values.get(name)
    if not isinstance(value, dict):
        raise BadRequestError(f"»{name}« skal være et JSON-objekt.")
    return value


def letter(values: dict[str, Any]) -> Letter:
    """The letter that the values tell of.

    Raises:
        BadRequestError: a value is of the wrong kind.
        DocumentError: the text is too long.
    """
    text = values.get("text")
    if not isinstance(text, str):
        raise BadRequestError("»text« skal være brevets tekst.")
    check_length(len(text))
    try:
        return Letter(
            text,
            situation=chosen_situation(values.get("situation")),
            genre=chosen_genre(values.get("genre")),
            shape=blocks_of(values.get("shape") or ()),
            name=str(values.get("name") or "teksten"),
            left=frozenset(map(str, values.get("left") or ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadRequestError("»shape« er ikke den, som siden fik med filen.") from error


def chosen_situation(value: object) -> Situation | None:
    """The situation of that name; None where the engine is to judge.

    Raises:
        BadRequestError: there is none of that name.
    """
    if value in AUTO:
        return None
    if value not in set(Situation):
        raise BadRequestError(f"»situation« skal være auto, {' eller '.join(Situation)}.")
    return Situation(str(value))


def chosen_genre(value: object) -> Genre | None:
    """The genre of that name; None where the engine is to judge.

    Raises:
        BadRequestError: there is none of that name.
    """
    if value in AUTO:
        return None
    if value not in set(Genre):
        raise BadRequestError(f"»genre« skal være auto eller en af {', '.join(Genre)}.")
    return Genre(str(value))


def chosen_way(value: object) -> Way:
    """The kind of copy of that name.

    Raises:
        BadRequestError: there is none of that name.
    """
    if value not in set(Way):
        raise BadRequestError(f"»way« skal være {', '.join(Way)}.")
    return Way(str(value))


def file_name(request: Request) -> str:
    """The name of the file in the body; a folder in it is left out."""
    return PurePath(unquote(request.headers.get("x-traek-name", "")).replace("\\", "/")).name


def framed(body: bytes) -> tuple[dict[str, Any], bytes]:
    """A line of JSON and the file that follows it.

    Raises:
        BadRequestError: there is no such line.
    """
    line, _, data = body.partition(b"\n")
    return told(line), data
