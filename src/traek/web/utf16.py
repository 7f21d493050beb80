"""Positions as a browser counts them: in UTF-16 code units, where an emoji is two."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_ONE_UNIT = 0xFFFF


class Utf16:
    """Turns code points in one text into UTF-16 code units."""

    def __init__(self, text: str) -> None:
        """Positions in `text`."""
        self._wide = [at for at, sign in enumerate(text) if ord(sign) > _LAST_OF_ONE_UNIT]

    def at(self, code_point: int) -> int:
        """The code units before the code point at that place."""
        return code_point + bisect_left(self._wide, code_point)
