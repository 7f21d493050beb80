"""The page's questions and their answers; every answer is made anew and nothing is kept."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from traek.errors import TraekError
from traek.loaders.decoding import decoded
from traek.web.answer import answer
from traek.web.api import Api
from traek.web.asked import (
    BadRequestError,
    Letter,
    chosen_way,
    file_name,
    framed,
    letter,
    part,
    told,
    whole_body,
)
from traek.web.comparing import comparison
from traek.web.copies import Copy, copy_of, is_plain, ways
from traek.web.guard import TooLargeError, too_large
from traek.web.page import page
from traek.web.practising import exercises, feedback
from traek.web.sheet import running_text, shape_of
from traek.web.shelf import opened, shelf
from traek.web.turns import GoneError

if TYPE_CHECKING:
    from starlette.requests import Request

    from traek.audit import Library
    from traek.web.bench import Bench
    from traek.web.turns import Turns

_GONE = 499  # nginx's number for a client that did not wait; nobody sees it


@dataclass(frozen=True, slots=True)
class Answers:
    """The endpoints, with what they work with."""

    bench: Bench
    turns: Turns
    library: Library | None = None

    async def page(self, request: Request) -> Response:  # noqa: ARG002  Starlette's signature
        """The page itself, whole in one answer."""
        html, policy = page(shelf=self.library is not None)
        return Response(html, headers={"content-security-policy": policy}, media_type="text/html")

    async def check(self, request: Request) -> Response:
        """What is found in the text on the page."""
        asked = letter(told(await whole_body(request)))
        return JSONResponse(await self.turns.take(request, self._checked, asked))

    async def read(self, request: Request) -> Response:
        """The text of a file that was dropped on the page, and the shape of its blocks."""
        data, name = await whole_body(request), file_name(request)
        return JSONResponse(await self.turns.take(request, self._read, data, name))

    async def write(self, request: Request) -> Response:
        """A copy of the dropped file, with what was made of it on the page."""
        values, data = framed(await whole_body(request))
        copy = await self.turns.take(request, self._copied, values, data)
        headers = {"x-traek-name": quote(copy.name), "x-traek-told": quote(copy.told)}
        return Response(copy.data, headers=headers, media_type="application/octet-stream")

    async def compare(self, request: Request) -> Response:
        """What became of a letter on the way from one draft to the next."""
        values = told(await whole_body(request))
        drafts = [letter(part(values, name)) for name in ("before", "after")]
        return JSONResponse(await self.turns.take(request, self._compared, *drafts))

    async def exercises(self, request: Request) -> Response:
        """The sentences that one can practise on."""
        return JSONResponse(await self.turns.take(request, exercises))

    async def practise(self, request: Request) -> Response:
        """What is found in an answer to an exercise."""
        values = told(await whole_body(request))
        answered = letter({"text": values.get("answer")}).text
        name, engine = str(values.get("name")), self.bench.engine
        found = await self.turns.take(request, feedback, name, answered, engine)
        if found is None:
            raise BadRequestError("Der er ingen øvelse med det navn. Indlæs siden igen.")
        return JSONResponse(found)

    async def shelf(self, request: Request) -> Response:
        """The templates of the audit that the page was started with."""
        return JSONResponse(await self.turns.take(request, shelf, self._audited()))

    async def template(self, request: Request) -> Response:
        """The text of one of them."""
        path = str(told(await whole_body(request)).get("path"))
        found = await self.turns.take(request, opened, self._audited(), path)
        if found is None:
            raise BadRequestError("Rapporten har ingen skabelon med det navn. Vælg en fra listen.")
        return JSONResponse(found)

    def _audited(self) -> Library:
        if self.library is None:
            raise BadRequestError("Siden er startet uden en rapport. Brug --report.")
        return self.library

    def _compared(self, before: Letter, after: Letter) -> dict[str, Any]:
        """The second draft is read in the situation and genre of the first, as on the command line."""
        first = self.bench.reported(
            before.sheet().document(before.name), before.situation, before.genre
        )
        document = after.sheet().document(after.name)
        return comparison(first, self.bench.reported(document, first.situation, first.genre))

    def _checked(self, asked: Letter) -> dict[str, Any]:
        sheet = asked.sheet()
        document = sheet.document(asked.name)
        return answer(self.bench.reported(document, asked.situation, asked.genre), sheet)

    def _read(self, data: bytes, name: str) -> dict[str, Any]:
        document = self.bench.read(data, name)
        plain = decoded(data, name, self.bench.settings.encoding) if is_plain(name) else None
        return {
            "name": name,
            "text": running_text(document.blocks) if plain is None else plain,
            "shape": shape_of(document.blocks) if plain is None else [],
            "warnings": list(document.warnings),
            "ways": list(ways(name)),
        }

    def _copied(self, values: dict[str, Any], data: bytes) -> Copy:
        asked = letter(values)
        return copy_of(self.bench, data, asked, chosen_way(values.get("way")))


def application(
    bench: Bench, turns: Turns, *, library: Library | None = None, programs: bool = False
) -> Starlette:
    """The page and its answers, without the guard that stands before them.

    With a `library` the page shows its templates. Where `programs` may ask too, there is a page that
    tells them how.
    """
    answers = Answers(bench, turns, library)
    return Starlette(
        routes=[
            Route("/", answers.page),
            Route("/check", answers.check, methods=["POST"]),
            Route("/read", answers.read, methods=["POST"]),
            Route("/write", answers.write, methods=["POST"]),
            Route("/compare", answers.compare, methods=["POST"]),
            Route("/exercises", answers.exercises, methods=["POST"]),
            Route("/practise", answers.practise, methods=["POST"]),
            Route("/shelf", answers.shelf, methods=["POST"]),
            Route("/template", answers.template, methods=["POST"]),
            *(Api(bench, turns).routes() if programs else ()),
        ],
        exception_handlers={
            TraekError: _sentence,
            BadRequestError: _bad_request,
            TooLargeError: _too_large,
            GoneError: _gone,
            ClientDisconnect: _gone,
            404: _unknown,
            405: _unknown,
            Exception: _bug,
        },
    )


async def _sentence(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 422)


async def _bad_request(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)


async def _too_large(_: Request, __: Exception) -> Response:
    return too_large()


async def _gone(_: Request, __: Exception) -> Response:
    return Response(status_code=_GONE)


async def _unknown(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": "Den side findes ikke. Gå til forsiden."}, 404)


async def _bug(_: Request, error: Exception) -> Response:
    """A bug keeps its traceback, but not its message, in which words of the letter may stand."""
    trace = "".join(traceback.format_tb(error.__traceback__))
    sys.stderr.write(f"{trace}{type(error).__name__}\n")
    return JSONResponse(
        {"error": "Noget gik galt i traek, og teksten blev ikke læst. Din tekst står her endnu."},
        500,
    )
