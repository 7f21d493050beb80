"""Word pages of our own, for sheets and comparisons: needs python-docx, the extra `homework`.

`new_page(title)` gives a page in portrait with the note on interpretation at its foot; a `Page`
writes headings, text, quotes, boxes, lines to write on and the Firkant; `Page.saved()` gives bytes.
"""

from traek.reporters.paper.firkant import firkante
from traek.reporters.paper.page import Page, new_page

__all__ = ["Page", "firkante", "new_page"]
