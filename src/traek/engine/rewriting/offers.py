"""What a finding suggests: rewrites that passed every check, and the rule's advice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from traek.engine.match import Context
from traek.engine.rewriting.combine import Combined, Drafts, combined, mended
from traek.engine.rewriting.dispensable import spared
from traek.engine.rewriting.draft import Change, Draft, fitted
from traek.engine.rewriting.generic import is_remark, without_particles, without_remark
from traek.engine.rewriting.judge import BRINGS_NEW, Annotate, Judge, words_gone
from traek.engine.rewriting.onward import behind
from traek.engine.rewriting.plain import plainer
from traek.engine.rewriting.template import filled, unfilled
from traek.engine.search import Hit, Searcher
from traek.model import Effect, Finding, Suggestion, Withdrawn
from traek.rulepack import Rule
from traek.rulepack.template import Scope

_A_FEW = 2
MOST = 3
"""Alternatives that a finding carries; more is a list to read, not a help."""


@dataclass(frozen=True, slots=True)
class Offered:
    """For each hit its suggestions, rewrites first, best first; and what was withdrawn."""

    suggestions: list[tuple[Suggestion, ...]]
    withdrawn: tuple[Withdrawn, ...] = ()
    findings: tuple[Finding, ...] = ()

    def for_findings(self, findings: Sequence[Finding]) -> Offered:
        """The same as the suggestions of these findings, one for each hit."""
        return replace(self, findings=tuple(findings))

    def on(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those among them that something is suggested for with their suggestions."""
        mine = {id(f): s for f, s in zip(self.findings, self.suggestions, strict=True)}
        for finding in findings:
            suggestions = mine.get(id(finding))
            yield finding if suggestions is None else replace(finding, suggestions=suggestions)


class Offers:
    """Makes the suggestions of a run; `searcher` has the rules that rewrites are tried on.

    Nothing is rewritten for the rules named in `spared`; `letter` as for the `Judge`.
    """

    def __init__(
        self, searcher: Searcher, spared: frozenset[str] = frozenset(), *, letter: bool = True
    ) -> None:
        self._searcher = searcher
        self._spared = spared
        self._letter = letter

    def for_hits(
        self, hits: Sequence[Hit], form: str, context: Context, annotate: Annotate | None
    ) -> Offered:
        """The suggestions for hits in one letter that speaks to its reader in this form."""
        judge = Judge(self._searcher, form, context, annotate, letter=self._letter)
        trial = _Trial(hits, judge, form, self._spared)
        trial.pass_on(lambda hit: _drafts(hit, form))
        trial.pass_on(without_particles)
        found = [_suggestions(hit, mine) for hit, mine in zip(hits, trial.passed, strict=True)]
        for numbers in _by_sentence(hits):
            whole = trial.combined(numbers)
            for n in whole.answered if whole else ():
                assert whole is not None  # noqa: S101  mypy forgets it in the loop
                found[numbers[n]] = _led_by(whole.change, hits[numbers[n]], found[numbers[n]])
        helped = {n for n, mine in enumerate(found) if _replaces(mine)}
        trial.mend(helped)
        trial.pass_on(without_remark, but=helped | _held(hits))
        found = [
            mine if n in helped else _suggestions(hits[n], trial.passed[n])
            for n, mine in enumerate(found)
        ]
        trial.spare(but=_in_sentences_with(hits, _calms))
        found = [
            _suggestions(hit, passed)
            if passed and (not _replaces(mine) or not passed[0].after)
            else mine
            for hit, mine, passed in zip(hits, found, trial.passed, strict=True)
        ]
        trial.pass_on(lambda hit: _said_plainly(hit, form))
        found = [
            mine if _replaces(mine) or not passed else _suggestions(hit, passed)
            for hit, mine, passed in zip(hits, found, trial.passed, strict=True)
        ]
        found = [
            _suggestions(hit, [lent]) if not _replaces(mine) and lent else mine
            for hit, mine, lent in zip(hits, found, trial.lent(found), strict=True)
        ]
        lacking = [each for hit in hits for each in _unfilled(hit, form)]
        return Offered(found, (*trial.withdrawn, *lacking))


class _Trial:
    """The drafts for some hits: those that passed, best first, and those that were withdrawn."""

    def __init__(
        self, hits: Sequence[Hit], judge: Judge, form: str, spared: frozenset[str]
    ) -> None:
        self.passed: list[list[Draft]] = [[] for _ in hits]
        self.withdrawn: list[Withdrawn] = []
        self._nearly: list[list[Draft]] = [[] for _ in hits]
        self._hits = hits
        self._judge = judge
        self._form = form
        self._spared = spared

    def pass_on(self, make: Drafts, but: Collection[int] = ()) -> None:
        """Try the drafts that `make` has for each hit without one, except the hits in `but`."""
        drafts = [
            (number, draft)
            for number, hit in enumerate(self._hits)
            if not self.passed[number] and number not in but
            for draft in make(hit)
        ]
        verdicts = self._judge.verdicts([draft for _, draft in drafts])
        for (number, draft), reason in zip(drafts, verdicts, strict=True):
            if reason is None:
                self.passed[number].append(draft)
            else:
                self.withdrawn.append(_withdrawn(self._hits[number], draft, reason))
                if reason.startswith(BRINGS_NEW):
                    self._nearly[number].append(draft)

    def spare(self, but: Collection[int]) -> None:
        """What the letter can do without, for hits that have no draft, or whose first takes a few words.

        A sentence that stings as a whole stings as much without its »jo«, so it goes first; the draft
        that leaves it stands as the next best.
        """
        waiting = {
            number: drafts
            for number, drafts in enumerate(self.passed)
            if number not in but and (not drafts or _is_little(drafts[0]))
        }
        for number in waiting:
            self.passed[number] = []
        self.pass_on(_without_it, but={*range(len(self.passed))} - waiting.keys())
        for number, drafts in waiting.items():
            self.passed[number] += drafts

    def mend(self, but: Collection[int]) -> None:
        """For hits without a draft, answer as well what their drafts would have brought in."""
        for number, drafts in enumerate(self._nearly):
            if number not in but and not self.passed[number]:
                better = (mended(draft, self._judge, self._more) for draft in drafts[:1])
                self.passed[number] += [draft for draft in better if draft is not None]

    def combined(self, numbers: Sequence[int]) -> Combined | None:
        """One sentence for the hits with these numbers, which share one."""
        group = [self._hits[n] for n in numbers]
        drafts = [self.passed[n] for n in numbers]
        return combined(group[0].sentence, group, drafts, self._judge, self._more)

    def lent(self, found: Sequence[tuple[Suggestion, ...]]) -> list[Draft | None]:
        """For each hit the rewrite of another in its sentence that answers it too, or None.

        None that takes the whole sentence out: that is each hit's own to ask for.
        """
        lent: list[Draft | None] = [None for _ in found]
        for numbers in _by_sentence(self._hits):
            giving = [n for n in numbers if self.passed[n] and _replaces(found[n])]
            lacking = [n for n in numbers if not _replaces(found[n]) and _escalates(self._hits[n])]
            for draft in (self.passed[n][0] for n in giving if lacking):
                left = {hit.owner.id for hit in self._judge.hits(self._judge.read(draft))}
                for n in lacking:
                    answered = draft.after and draft.rules and self._hits[n].owner.id not in left
                    lent[n] = lent[n] or (draft if answered else None)
        return lent

    def _more(self, hit: Hit) -> Iterator[Draft]:
        """What can be done about something that is found in a rewritten sentence."""
        if hit.owner.id not in self._spared:
            yield from _drafts(hit, self._form)
            yield from without_particles(hit)


def _is_little(draft: Draft) -> bool:
    """Whether all that it does is take out a word or two."""
    gone = words_gone(draft.sentence, draft.read())
    return gone is not None and gone <= _A_FEW


def _escalates(hit: Hit) -> bool:
    return isinstance(hit.owner, Rule) and hit.owner.effect is Effect.ESCALATES


def _calms(hit: Hit) -> bool:
    return isinstance(hit.owner, Rule) and hit.owner.effect is Effect.DEESCALATES


def _replaces(suggestions: Sequence[Suggestion]) -> bool:
    return any(each.replacement is not None for each in suggestions)


def _held(hits: Sequence[Hit]) -> set[int]:
    """The hits in sentences that must stay: they hold something calming, or part of the matter."""
    return _in_sentences_with(hits, lambda hit: not is_remark(hit))


def _in_sentences_with(hits: Sequence[Hit], wanted: Callable[[Hit], bool]) -> set[int]:
    """The numbers of the hits in sentences that hold a wanted one."""
    held = {(hit.block, hit.sentence.index) for hit in hits if wanted(hit)}
    return {n for n, hit in enumerate(hits) if (hit.block, hit.sentence.index) in held}


def _by_sentence(hits: Sequence[Hit]) -> Iterator[list[int]]:
    """The numbers of the hits that share a sentence with another."""
    places: dict[tuple[int, int], list[int]] = {}
    for number, hit in enumerate(hits):
        places.setdefault((hit.block, hit.sentence.index), []).append(number)
    return (numbers for numbers in places.values() if len(numbers) > 1)


def _led_by(whole: Change, hit: Hit, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The rewritten sentence first, then what changes only the hit's own words."""
    advice = hit.owner.advice if isinstance(hit.owner, Rule) else ""
    rest = [each for each in suggestions if each.replacement is not None]
    return (Suggestion(advice, whole.text, whole.span), *rest[: MOST - 1])


def _drafts(hit: Hit, form: str) -> Iterator[Draft]:
    """The rewrites that a rule's templates give, each once."""
    if not isinstance(hit.owner, Rule):
        return
    seen: set[Change] = set()
    for rewrite in hit.owner.rewrites.get(hit.pattern, ()):
        change = filled(rewrite, hit.match, hit.sentence, form)
        if change is None:
            continue
        if rewrite.scope is Scope.HIT:
            change = fitted(hit.sentence, change)
        if change not in seen:
            seen.add(change)
            yield Draft(hit.sentence, (change,), frozenset({hit.owner.id}))


def _without_it(hit: Hit) -> Iterator[Draft]:
    """The letter without the sentence, or its last clause, where it can likely do without."""
    if isinstance(hit.owner, Rule) and _escalates(hit) and hit.sentence.parts:
        change = spared(hit.sentence, hit.owner.category)
        if change is not None:
            yield Draft(hit.sentence, (change,), frozenset({hit.owner.id}))


def _said_plainly(hit: Hit, form: str) -> Iterator[Draft]:
    """What suits the whole category of a rule, where nothing else helps.

    What is only added leaves the finding where it is: the reader still gets what was lacking.
    """
    if isinstance(hit.owner, Rule) and _escalates(hit):
        for change in plainer(hit.sentence, hit.owner.category, form):
            yield Draft(hit.sentence, (change,), frozenset({hit.owner.id}))
        for change in behind(hit.sentence, hit.owner.category, form):
            yield Draft(hit.sentence, (change,), frozenset())


def _unfilled(hit: Hit, form: str) -> Iterator[Withdrawn]:
    """The templates that could not be filled in, and why."""
    if isinstance(hit.owner, Rule):
        for rewrite in hit.owner.rewrites.get(hit.pattern, ()):
            reason = unfilled(rewrite, hit.match, hit.sentence, form)
            if reason is not None:
                number = hit.sentence.block.number
                yield Withdrawn(hit.owner.id, number, hit.quote, rewrite.template, reason)


def _suggestions(hit: Hit, drafts: Sequence[Draft]) -> tuple[Suggestion, ...]:
    advice = hit.owner.advice if isinstance(hit.owner, Rule) else ""
    changes = [draft.changes[0] for draft in drafts[:MOST]]
    found = [Suggestion(advice, new, None if span == hit.span else span) for span, new in changes]
    return tuple(found or ([Suggestion(advice)] if advice else []))


def _withdrawn(hit: Hit, draft: Draft, reason: str) -> Withdrawn:
    new = " … ".join(change.text for change in draft.changes)
    return Withdrawn(hit.owner.id, hit.sentence.block.number, hit.quote, new, reason)
