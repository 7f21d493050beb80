"""Many paths in, one run out: what there is to read, what could not be read, what was found.

For some letters, `audit` gives a `Run`, all of it in memory. For a library of templates there are

- `examined`: bytes and settings in, an `Examined` out, a plain value without ways back into the file;
- `Gatherer`: takes one `Examined` after the other and writes them to a folder, each distinct
  paragraph and each distinct finding once;
- `Library.open(folder)`: what such a folder holds, long after the templates are gone:
  `templates` (path, counts, sides, readability), `paragraphs` (text, where it stands, its group
  of near-identical ones, its findings), `errors`, `skipped`, `versions`, and `reports()` or
  `report(template)`, whole reports as `traek check` would give them.
"""

from traek.audit.examined import Examined, examined
from traek.audit.gather import Gatherer
from traek.audit.library import Library
from traek.audit.paragraphs import Paragraph, Place
from traek.audit.paths import Letters, find_letters
from traek.audit.reading import SIZE_LIMIT, letter_bytes, read_letter
from traek.audit.run import audit, fails
from traek.audit.template import Template

__all__ = [
    "SIZE_LIMIT",
    "Examined",
    "Gatherer",
    "Letters",
    "Library",
    "Paragraph",
    "Place",
    "Template",
    "audit",
    "examined",
    "fails",
    "find_letters",
    "letter_bytes",
    "read_letter",
]
