"""Word files read and written: the only home of OOXML.

Writing is in `traek.word.review`, which is imported only when there is something to write.
"""

from traek.word.place import Address, Attribute, Place, Stretch
from traek.word.stories import read_document

__all__ = ["Address", "Attribute", "Place", "Stretch", "read_document"]
