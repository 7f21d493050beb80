"""What other programs on the machine ask: a letter in, the command line's JSON out.

Only where the page was started with `--api`; the guard asks programs for the key like everyone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from traek.model import Run
from traek.reporters.json import JsonReporter
from traek.web.asked import chosen_genre, chosen_situation, file_name, whole_body
from traek.web.page import api_page

if TYPE_CHECKING:
    from starlette.requests import Request

    from traek.model import Genre, Situation
    from traek.web.bench import Bench
    from traek.web.turns import Turns

EXAMPLE = "Kære Anne\n\nSåfremt du flytter, er det fint.\n"


@dataclass(frozen=True, slots=True)
class Api:
    """The endpoints for programs."""

    bench: Bench
    turns: Turns

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/api", self.page),
            Route("/api/schema", self.schema),
            Route("/api/check", self.check, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """How to ask, with an answer as this engine gives it."""
        example = await self.turns.take(request, self._checked, EXAMPLE.encode(), "", None, None)
        root = str(request.base_url).rstrip("/")
        shown = json.dumps(json.loads(example), ensure_ascii=False, indent=2)
        html, policy = api_page(root=root, answer=shown, example=EXAMPLE)
        return Response(html, headers={"content-security-policy": policy}, media_type="text/html")

    async def schema(self, request: Request) -> Response:  # noqa: ARG002  Starlette's signature
        """The JSON Schema of every answer."""
        schema = files("traek.reporters") / "schema-1.json"
        return Response(schema.read_bytes(), media_type="application/schema+json")

    async def check(self, request: Request) -> Response:
        """The report on the letter in the body, as `traek check --format json` gives it."""
        situation = chosen_situation(request.query_params.get("situation"))
        genre = chosen_genre(request.query_params.get("genre"))
        body, name = await whole_body(request), file_name(request)
        made = await self.turns.take(request, self._checked, body, name, situation, genre)
        return Response(made, media_type="application/json")

    def _checked(
        self, data: bytes, name: str, situation: Situation | None, genre: Genre | None
    ) -> bytes:
        document = self.bench.read(data, name or "brev.txt")
        report = self.bench.reported(document, situation, genre)
        return JsonReporter().report(Run((report,), rules=len(self.bench.engine.rules)))
