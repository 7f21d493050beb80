"""What can go wrong that the user can put right.

    TraekError
    ├── DocumentError   a letter cannot be read
    ├── RuleError       a rule, or a pack of rules, cannot be used
    └── SettingsError   a setting, an option or a plugin cannot be used

The message is one Danish sentence or two with the place and the way out, and is shown as it
stands. Anything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations


class TraekError(Exception):
    """Something that the user can put right; `str()` is the sentence to show."""


class DocumentError(TraekError):
    """A letter cannot be read: missing, damaged, too large or of an unknown kind."""


class RuleError(TraekError):
    """A rule or a rule pack cannot be used; the message names file, key and example."""


class SettingsError(TraekError):
    """A setting, an option or a plugin cannot be used."""
