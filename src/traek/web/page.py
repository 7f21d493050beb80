"""The page in one piece: its style and its script are files of the package, put into it at start.

One answer is the whole page, so that nothing is fetched beside it, and the Content Security Policy
names the very style and script by their digests.

The scripts are modules of one thing each, with `import` and `export` as everywhere. In the page they
stand after each other in one script, each in a scope of its own that gives what it exports.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from traek.model import Genre, Side
from traek.reporters.notes import FOOTER

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)


@cache
def page(*, shelf: bool = False) -> tuple[str, str]:
    """The page, whole, and its Content Security Policy.

    `shelf` is whether it shows a library of templates.
    """
    style, script = _file("style.css"), bundled("main")
    html = Template(_file("page.html")).substitute(
        style=style,
        script=script,
        genres=_options(Genre),
        sides=_options(Side),
        shelf="" if shelf else "hidden",
        note=escape(FOOTER),
    )
    return html, policy(style, script)


def api_page(*, root: str, example: str, answer: str) -> tuple[str, str]:
    """The page for programmers, with an example of an answer, and its Content Security Policy."""
    style = _file("style.css")
    html = Template(_file("api.html")).substitute(
        style=style,
        root=escape(root),
        example=escape(" ".join(example.split())),
        answer=escape(answer),
        genres=", ".join(Genre),
        note=escape(FOOTER),
    )
    return html, policy(style, "")


def _options(names: Iterable[str]) -> str:
    """The choices of a menu."""
    return "\n".join(f"<option value={name}>{name.capitalize()}</option>" for name in names)


def bundled(name: str) -> str:
    """The module and those it imports, each once and before whoever imports it."""
    placed: dict[str, str] = {}

    def place(module: str) -> None:
        if module in placed:
            return
        code = _file(f"{module}.js")
        for needed in _IMPORT.findall(code):
            place(needed)
        placed[module] = _scoped(_IMPORT.sub("", code))

    place(name)
    return "\n".join(placed.values())


def _scoped(code: str) -> str:
    """A module's code in a scope of its own."""
    exported = ", ".join(name for _, name in _EXPORT.findall(code))
    plain = _EXPORT.sub(r"\1", code)
    if not exported:
        return f"(() => {{\n{plain}}})();\n"
    return f"const {{ {exported} }} = (() => {{\n{plain}return {{ {exported} }};\n}})();\n"


def policy(style: str, script: str) -> str:
    """The Content Security Policy that lets this style and script through and nothing else."""
    sources = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; {sources}style-src {_digest(style)}; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _file(name: str) -> str:
    return (files("traek.web") / "static" / name).read_text("utf-8")
