"""One edit of a letter: words that give way to others, or a new paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from traek.model import FILL_IN, Span, SuggestionKind


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of `old`, which stands at `span` of block number `block`.

    Without a span it is a new paragraph, or several with a blank line between them, before that
    block, or last in the letter where `block` is None. `rules` are those whose findings it answers.
    """

    block: int | None
    span: Span | None
    old: str
    text: str
    kind: SuggestionKind
    rules: tuple[str, ...] = ()

    @property
    def gaps(self) -> int:
        """How many places it leaves for the writer to fill in."""
        return self.text.count(FILL_IN) - self.old.count(FILL_IN)

    @property
    def behind(self) -> str:
        """What is said behind words that stay as they are; empty for any other edit."""
        return self.text.removeprefix(self.old) if self.text.startswith(self.old) else ""

    def repeats(self, other: Edit) -> bool:
        """Whether both would say the same behind two sentences of one paragraph."""
        return self.block == other.block and self.behind == other.behind != "" and self.old != ""

    def meets(self, other: Edit) -> bool:
        """Whether the two cannot both be made: they share characters, or begin at one place."""
        if self.block != other.block or self.span is None or other.span is None:
            return self == other
        return self.span.start == other.span.start or (
            self.span.start < other.span.end and other.span.start < self.span.end
        )
