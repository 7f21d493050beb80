"""What a paragraph is on the page: a heading, a list item, a table cell or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traek.model import BlockKind
from traek.word.styles import BODY_LEVEL, is_on, list_of, outline_level

if TYPE_CHECKING:
    from lxml import etree

    from traek.word.names import Names
    from traek.word.passage import RawPiece
    from traek.word.setting import Setting
    from traek.word.styles import Style

_HEADING_WIDTH = 80
_DEEPEST_LIST = 8


class ListItem(NamedTuple):
    """A list and the level in it at which a paragraph stands."""

    list_id: str
    level: int


def style_of(properties: etree._Element | None, setting: Setting) -> Style:
    """The style that a paragraph with these properties has."""
    names = setting.names
    named = None if properties is None else properties.find(names.pStyle)
    return setting.styles.of(None if named is None else named.get(names.val))


def list_item(properties: etree._Element | None, style: Style, names: Names) -> ListItem | None:
    """Where in which list a paragraph stands, if in any."""
    list_id, level = list_of(properties, names)
    list_id = style.list_id if list_id is None else list_id
    if list_id is None or list_id == "0":
        return None
    level = style.list_level if level is None else level
    return ListItem(list_id, min(level or 0, _DEEPEST_LIST))


def kind_of(
    properties: etree._Element | None, style: Style, names: Names, *, listed: bool, cell: bool
) -> tuple[BlockKind, int | None]:
    """The kind of a paragraph, and its level where it is a heading."""
    level = outline_level(properties, names)
    if level is None:
        level = style.level
    if level is not None and level < BODY_LEVEL:
        return BlockKind.HEADING, level
    if listed:
        return BlockKind.LIST_ITEM, None
    return (BlockKind.TABLE_CELL if cell else BlockKind.PARAGRAPH), None


def is_bold_line(text: str, pieces: list[RawPiece], style: Style, names: Names) -> bool:
    """Whether a short line without a final stop is bold from end to end."""
    text = text.strip()
    if len(text) > _HEADING_WIDTH or text[-1] in ".,;:!" or not text[0].isupper():
        return False
    if "\n" in text or "\t" in text:
        return False
    for piece in pieces:
        properties = None if piece[3] is None else piece[3].find(names.rPr)
        found = None if properties is None else properties.find(names.b)
        if not (style.bold if found is None else is_on(found, names)):
            return False
    return True
