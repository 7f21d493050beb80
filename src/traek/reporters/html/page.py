"""A whole HTML page that needs nothing but itself, and text made safe to stand in it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from importlib.resources import files

from traek.reporters.notes import FOOTER

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """`text` as it can stand in an element or an attribute, whatever a letter has in it."""
    return html.escape(_CONTROL.sub("\ufffd", text))


def page(
    title: str, body: str, *, script: str = "", more_style: str = "", note: str = FOOTER
) -> str:
    """A page with `body`, our style, and a policy that lets nothing in from elsewhere.

    `script` is the page's own and runs although no other may; `note` ends the page.
    """
    style = style_sheet() + more_style
    policy = [
        "default-src 'none'",
        f"style-src {_digest(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if script:
        policy.append(f"script-src {_digest(script)}")
    return f"""<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>{escaped(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
<footer><p>{escaped(note)}</p></footer>
{f"<script>{script}</script>" if script else ""}
</body>
</html>
"""


def style_sheet() -> str:
    """Our style, the same on every page."""
    return files(__package__).joinpath("style.css").read_text("utf-8")


def _digest(text: str) -> str:
    """The sign by which a browser knows a style or a script of the page's own."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
