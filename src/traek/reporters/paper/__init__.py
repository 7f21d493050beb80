"""Word pages of our own, for sheets and comparisons: needs python-docx, the extra `homework`.

`new_page(title)` gives a page in portrait with the note on interpretation at its foot; a `Page`
writes headings, text, quotes, lines to write on; `firkante` and `columns` draw on it; `Page.saved()` gives bytes.
"""

from traek.reporters.paper.columns import columns
from traek.reporters.paper.firkant import firkante
from traek.reporters.paper.page import Page, new_page

__all__ = ["Page", "columns", "firkante", "new_page"]
