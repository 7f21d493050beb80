"""Rules and a document in, a report out. The only home of spaCy."""

from traek.engine.engine import Engine

__all__ = ["Engine"]
