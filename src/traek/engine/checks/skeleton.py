"""The paragraph that a letter could get where a part of it is missing, and where it would stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from traek.engine.address import form_of_address, turned
from traek.model import Suggestion, SuggestionKind
from traek.reading import Reading

Place = Callable[[Reading], int | None]
_ONE = {"vi": "jeg", "os": "mig"}
_WE = re.compile(r"\b(vi|os)\b", re.IGNORECASE)
_GAP = re.compile(r"(\[udfyld: [^\]]*\])")


@cache
def skeletons() -> Mapping[str, Mapping[str, str]]:
    """The texts by part, and there by genre or »alle«."""
    text = files("traek.engine.checks").joinpath("skeletons.toml").read_text("utf-8")
    return tomllib.loads(text)


def skeleton(part: str, reading: Reading, advice: str) -> Suggestion:
    """The new paragraph for a missing part, in the letter's genre, address and person."""
    texts = skeletons()[part]
    text = texts.get(reading.genre.value if reading.genre else "", texts["alle"])
    return Suggestion(advice, in_voice(text, reading), kind=SuggestionKind.ADD)


def in_voice(text: str, reading: Reading) -> str:
    """`text`, written to »du« by »vi«, as the letter speaks; what stands in gaps is left alone."""
    flat = [sentence for block in reading.sentences for sentence in block]
    form = form_of_address(flat)
    words = [word for sentence in flat for word in sentence.lowers]
    alone = words.count("jeg") > words.count("vi") + words.count("os")
    pieces = _GAP.split(text)
    return "".join(
        piece if _GAP.fullmatch(piece) else _by(turned(piece, form), alone=alone)
        for piece in pieces
    )


def _by(text: str, *, alone: bool) -> str:
    """The text as one person would write it, where the letter has one writer."""

    def turn(found: re.Match[str]) -> str:
        word = _ONE[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    return _WE.sub(turn, text) if alone else text


def first_in_body(reading: Reading) -> int | None:
    """The block that the running text begins with."""
    return next(iter(_body(reading)), None)


def second_in_body(reading: Reading) -> int | None:
    """The block after the opening; where the body is one block, what comes after it."""
    body = _body(reading)
    return body[1] if len(body) > 1 else after_body(reading)


def after_body(reading: Reading) -> int | None:
    """The block that the signature begins with, or None where the letter has none."""
    body = _body(reading)
    return next(
        (
            block.number
            for block, zones in zip(reading.document.blocks, reading.zones, strict=True)
            if "underskrift" in zones and (not body or block.number > body[-1])
        ),
        None,
    )


def _body(reading: Reading) -> list[int]:
    return [
        block.number
        for block, zones in zip(reading.document.blocks, reading.zones, strict=True)
        if "brødtekst" in zones and block.part == "hoveddel"
    ]
