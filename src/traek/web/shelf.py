"""The templates of an audit as the page lists them: the heaviest first, each to be worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traek.audit.numbers import heaviest_first, pressure
from traek.web.sheet import running_text, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from traek.audit import Library, Paragraph, Template

_MOST_REPEATED = 40
_MOST_SHOWN = 500


def shelf(library: Library) -> dict[str, Any]:
    """What the audit holds, as plain JSON values."""
    return {
        "root": library.root,
        "templates": [_template(each) for each in heaviest_first(library.templates)],
        "repeated": list(_repeated(library)),
    }


def opened(library: Library, path: str) -> dict[str, Any] | None:
    """The text of a template, as of a file that was opened; None where there is no such template."""
    template = next((each for each in library.templates if each.path == path), None)
    if template is None:
        return None
    document = library.report(template).document
    return {
        "name": path,
        "text": running_text(document.blocks),
        "shape": shape_of(document.blocks),
        "warnings": list(document.warnings),
        "ways": [],
        "audited": True,
    }


def _template(template: Template) -> dict[str, Any]:
    return {
        "path": template.path,
        "words": template.words,
        "pressure": round(pressure(template)),
        "escalates": template.escalates,
        "deescalates": template.deescalates,
        "empty": [side.value for side, told in template.profile.items() if not told.filled],
    }


def _repeated(library: Library) -> Iterator[dict[str, Any]]:
    """The paragraphs with tryk that stand in most templates."""
    shared = [each for each in library.paragraphs if each.findings and each.template_count > 1]
    shared.sort(key=lambda each: (-each.template_count, each.number))
    left = _MOST_REPEATED
    for paragraph in shared:
        titles = _tryk_in(library, paragraph)
        if titles and left:
            left -= 1
            first = library.templates[paragraph.in_templates[0]]
            yield {
                "text": paragraph.text[:_MOST_SHOWN],
                "templates": paragraph.template_count,
                "titles": titles,
                "path": first.path,
            }


def _tryk_in(library: Library, paragraph: Paragraph) -> list[str]:
    return sorted({library.findings[number].title for number, _ in library.tryk_in(paragraph)})
