"""What one letter gave: a plain function from bytes and settings to a value that can be sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from traek.audit.reading import document_of
from traek.errors import DocumentError
from traek.model import Report

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from traek.engine import Engine
    from traek.hookspecs import Loader
    from traek.settings import Settings


@dataclass(frozen=True, slots=True)
class Examined:
    """A letter by its name, with a report on it or the Danish sentence that says why there is none.

    `digest` is the SHA-256 of the letter's bytes and `size` their number; both are empty where the
    letter could not be read at all. The blocks of the report have lost their way back into the
    file, which is the loader's own and leads nowhere without it; rewrites that were withdrawn are
    left out.
    """

    name: str
    digest: str = ""
    size: int = 0
    report: Report | None = None
    error: str | None = None


def examined(
    data: bytes,
    name: str,
    loaders: Mapping[str, Loader],
    settings: Settings,
    engine: Engine,
    known: Collection[str] = (),
) -> Examined:
    """What the engine finds in the letter `data`, known as `name`; exactly as `traek check` does.

    A letter whose digest is among `known` is not examined and has neither report nor error.
    """
    digest = hashlib.sha256(data).hexdigest()
    if digest in known:
        return Examined(name, digest, len(data))
    try:
        document = document_of(data, name, loaders, settings)
    except DocumentError as error:
        return Examined(name, digest, len(data), error=str(error))
    report = engine.report(document, settings.situation, settings.genre)
    blocks = tuple(replace(block, locator=None) for block in report.document.blocks)
    bare = replace(report, document=replace(report.document, blocks=blocks, notes=()), withdrawn=())
    return Examined(name, digest, len(data), bare)
