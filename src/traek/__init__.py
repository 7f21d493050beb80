"""Finds tryk and træk in Danish letters, says why, and suggests rewrites.

What is named here is the public face and is kept; everything else may change.
"""

from traek.errors import DocumentError, RuleError, SettingsError, TraekError
from traek.hookspecs import Check, Loader, Reporter, hookimpl
from traek.model import (
    Axis,
    Block,
    BlockKind,
    Certainty,
    Document,
    Effect,
    Finding,
    Genre,
    Readability,
    ReadError,
    Report,
    Run,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
    SuggestionKind,
)
from traek.reading import Reading, Sentence

__version__ = "0.1.0"

__all__ = [
    "Axis",
    "Block",
    "BlockKind",
    "Certainty",
    "Check",
    "Document",
    "DocumentError",
    "Effect",
    "Finding",
    "Genre",
    "Loader",
    "ReadError",
    "Readability",
    "Reading",
    "Report",
    "Reporter",
    "RuleError",
    "Run",
    "Sentence",
    "SettingsError",
    "Side",
    "SideProfile",
    "Situation",
    "Span",
    "Suggestion",
    "SuggestionKind",
    "TraekError",
    "hookimpl",
]
