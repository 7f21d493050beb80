"""Rules and a document in, a report out. The only home of spaCy."""

from traek.engine.engine import Engine
from traek.engine.memory import Memory

__all__ = ["Engine", "Memory"]
