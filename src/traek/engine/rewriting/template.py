"""Rewrites filled in from the letter's own words."""

from __future__ import annotations

from dataclasses import dataclass

from traek.engine.address import turned
from traek.engine.match import Match
from traek.engine.match import Order as MatchOrder
from traek.engine.rewriting.cutting import body, capital, inner, text_of, tidy
from traek.engine.rewriting.deletion import deleted
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.operations import operated
from traek.engine.rewriting.phrase import in_form, phrase_of
from traek.engine.rewriting.sharing import takes_subject_away
from traek.patterns import PatternError
from traek.reading import Sentence
from traek.rulepack.template import (
    AFTER,
    BEFORE,
    Operation,
    Order,
    Part,
    Piece,
    Rewrite,
    Scope,
    Template,
    Words,
    every_piece,
    parse_template,
)

_STOPS = (".", "!", "?", "…", ":")
_SUBJECT_FIRST, _VERB_FIRST, _VERB_LAST = 0, 1, 2
_SUBORDINATORS = frozenset(
    "at hvis når fordi da idet som der om mens før inden selvom omend medmindre såfremt eftersom"
    " siden hvor hvordan hvorfor hvornår hvem hvad ifald hvorvidt".split()
)


def filled(rewrite: Rewrite, match: Match, sentence: Sentence, form: str) -> Change | None:
    """What the rewrite changes where it is filled in from this match, in the letter's address.

    The capital follows what is replaced, and a sentence keeps its final sign. None where the
    rewrite needs what this match does not have, or cannot be put in the form that it asks for.
    """
    if rewrite.scope is Scope.DELETE:
        return deleted(rewrite.template, match.start, match.end, sentence)
    try:
        template = parse_template(rewrite.template)
    except PatternError:
        return None
    whole = rewrite.scope is Scope.SENTENCE
    reach = _reach(template, match, sentence)
    filling = _Filling(template, match, sentence, form, *reach, whole)
    text = filling.text(template)
    if text is None:
        return None
    if rewrite.scope is Scope.SENTENCE:
        return _sentence(tidy(text), sentence)
    start, end = filling.start, filling.end
    if takes_subject_away(sentence, start, end, text):
        return None
    return Change(sentence.span(start, end), _cased(tidy(text), start, sentence))


def unfilled(rewrite: Rewrite, match: Match, sentence: Sentence, form: str) -> str | None:
    """Why the rewrite cannot be filled in from this match, in Danish; None where it can."""
    if filled(rewrite, match, sentence, form) is not None:
        return None
    if rewrite.scope is Scope.DELETE:
        return "der står en oplysning i det, der skulle slettes, eller resten kan ikke sikkert stå alene"
    template = parse_template(rewrite.template)
    filling = _Filling(template, match, sentence, form, match.start, match.end, whole=False)
    filling.text(template)
    return filling.lacking or "et udsagnsord længere fremme ville få et andet grundled"


def _reach(template: Template, match: Match, sentence: Sentence) -> tuple[int, int]:
    """The match, and what it brings in beyond itself where a part is taken with its phrase."""
    start, end = match.start, match.end
    for piece in every_piece(template):
        if isinstance(piece, Part) and piece.whole and piece.name in match.parts:
            taken = _taken(template, piece.name, match)
            whole = phrase_of(sentence, *match.parts[piece.name], taken)
            start, end = (min(start, whole[0]), max(end, whole[1])) if whole else (start, end)
    return start, end


def _taken(template: Template, name: str, match: Match) -> frozenset[int]:
    """The tokens of the other parts that the template sets in for itself: »{din} {ting+}«."""
    others = {piece.name for piece in every_piece(template) if isinstance(piece, Part)} - {name}
    return frozenset(t for other in others & match.parts.keys() for t in range(*match.parts[other]))


def _cased(text: str, start: int, sentence: Sentence) -> str:
    first = sentence.block.text[sentence.starts[start]]
    address = sentence.words[start] in {"De", "Dem", "Deres", "I"}
    opens = start <= body(sentence)[0]
    return capital(text) if opens or (first.isupper() and not address) else text


def _sentence(text: str, sentence: Sentence) -> Change | None:
    start, end = body(sentence)
    if not text or start == end:
        return None
    last = len(sentence.words)
    if not text.endswith(_STOPS):
        text += sentence.block.text[sentence.ends[end - 1] : sentence.ends[last - 1]]
    return Change(sentence.span(start, last), capital(text))


@dataclass(slots=True)
class _Filling:
    """One template on its way to a text.

    `start` and `end` are the tokens that it replaces, or stands for where it replaces the `whole`
    sentence; `groups` counts the groups that were passed.
    """

    template: Template
    match: Match
    sentence: Sentence
    form: str
    start: int
    end: int
    whole: bool
    groups: int = 0
    said: str = ""
    """What the template says before the group that is being filled in."""
    lacking: str = ""
    """Why there is no text, in Danish."""

    def text(self, template: Template) -> str | None:
        """The template's text, or None where a piece of it cannot be had."""
        texts: list[str] = []
        for piece in template:
            if isinstance(piece, Order):
                self.said = "".join(texts)
            text = self._piece(piece)
            if text is None:
                self.lacking = self.lacking or self._lack(piece)
                return None
            texts.append(text)
        return "".join(texts)

    def _piece(self, piece: Piece) -> str | None:
        match piece:
            case Words(text):
                return turned(text, self.form)
            case Part():
                return self._part(piece)
            case Order():
                return self._order(piece)
            case Operation(name, argument):
                return operated(name, argument, self.match, self.sentence, self.form)

    def _lack(self, piece: Piece) -> str:
        """What is missing where a piece has no text."""
        if not isinstance(piece, Part):
            return "sætningen er ikke til at vende med sikkerhed"
        if piece.name not in self.match.parts:
            return f"stykket »{piece.name}« er ikke med i det, der er fundet"
        words = text_of(self.sentence, *self.match.parts[piece.name])
        if piece.forms and words:
            return f"»{words}« er ikke til at bøje med sikkerhed: {', '.join(piece.forms)}"
        return f"det er ikke til at se, hvad der hører til »{words}«"

    def _part(self, part: Part) -> str | None:
        sentence = self.sentence
        if part.name not in self.match.parts:
            return self._around(part.name)
        start, end = self.match.parts[part.name]
        if end <= start:
            return None if part.forms else ""
        if part.whole:
            whole = phrase_of(sentence, start, end, _taken(self.template, part.name, self.match))
            if whole is None:
                return None
            start, end = whole
        if not part.forms:
            return inner(sentence, start, end)
        text = in_form(sentence, start, end, part.forms)
        return None if text is None else turned(text, self.form)

    def _around(self, name: str) -> str | None:
        start, end = body(self.sentence)
        if name == BEFORE:
            return inner(self.sentence, start, self.start).rstrip(" ,;:-–")
        if name == AFTER:
            return text_of(self.sentence, self.end, end).lstrip()
        return None

    def _order(self, group: Order) -> str | None:
        if not self.match.orders:
            return None
        order = self.match.orders[min(self.groups, len(self.match.orders) - 1)]
        self.groups += 1
        subject, verb, rest = map(self.text, (group.subject, group.verb, group.rest))
        if subject is None or verb is None or rest is None:
            return None
        branch = self._branch(order)
        if branch == _VERB_FIRST:
            return " ".join(filter(None, (verb, subject, rest)))
        if branch == _VERB_LAST:
            return " ".join(filter(None, (subject, rest, verb)))
        return " ".join(filter(None, (subject, verb, rest)))

    def _branch(self, order: MatchOrder) -> int:
        """The order that the place asks for: the template's own words before it, or the letter's."""
        said = self.said.lower().split()
        if said and said[-1] in _SUBORDINATORS:
            return _VERB_LAST
        if self.whole:
            before = body(self.sentence)[0] < self.start and self._fronted()
            return order.branch if before else _SUBJECT_FIRST
        behind = order.start > 0 and self.sentence.lowers[order.start - 1] in _SUBORDINATORS
        return _VERB_LAST if behind and order.branch == _SUBJECT_FIRST else order.branch

    def _fronted(self) -> bool:
        """Whether the group stands right behind what stood before the match."""
        front = self._around(BEFORE)
        return bool(front) and self.said.strip().lower().endswith((front or "").lower())
