"""Many paths in, one run out: what there is to read, what could not be read, what was found."""

from traek.audit.paths import Letters, find_letters
from traek.audit.run import SIZE_LIMIT, audit, fails, read_letter

__all__ = ["SIZE_LIMIT", "Letters", "audit", "fails", "find_letters", "read_letter"]
