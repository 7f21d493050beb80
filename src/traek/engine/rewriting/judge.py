"""Lets a rewrite pass, or says in Danish why it is withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from traek.engine.match import Context
from traek.engine.rewriting.addition import opens_with_condition, told_beside
from traek.engine.rewriting.dispensable import may_go
from traek.engine.rewriting.draft import Draft
from traek.engine.rewriting.facts import invented, lost
from traek.engine.rewriting.wellformed import flaw
from traek.engine.search import Hit, Searcher
from traek.model import Effect, Span
from traek.reading import Sentence
from traek.rulepack import Protection, Rule

Annotate = Callable[[list[list[Sentence]]], None]
BRINGS_NEW = "det giver et nyt fund"
_REASON_GAP = "[udfyld: grunden]"
_READERS = frozenset({"du", "dig", "De", "Dem", "I", "jer"})
_ANYONE = frozenset({"man", "sin", "sit", "sine", "sig"})
_HELD = frozenset("anses antages formodes tilskrives henføres betegnes betragtes skønnes".split())
"""Behind »må«: what somebody holds to be so, without saying who."""
_HOLDS = frozenset(
    "må vurderer vurderes vurdering mener anser antager antages finder formoder skønner opfattelse "
    "opfatter ser regner lægger går formentlig sandsynligvis kan kunne".split()
)
"""Words by which a sentence still says that somebody holds it to be so."""
_NEAR, _LONG = 4, 4
_MISSED = "sætningen kan rumme noget, som brevet ikke kan undvære"
_ZONES = frozenset({"brødtekst"})


class Judge:
    """Tries rewrites in one letter: its form of address, and every rule on what they become.

    In a `letter` a sentence is struck whole only where the letter can likely do without it; an
    example of a rule has no letter around it.
    """

    def __init__(
        self,
        searcher: Searcher,
        form: str,
        context: Context,
        annotate: Annotate | None,
        *,
        letter: bool = True,
    ) -> None:
        self._searcher = searcher
        self._form = form
        self._context = context
        self._annotate = annotate
        self._letter = letter
        self._rules = {o.id: o for o in searcher.owners if isinstance(o, Rule)}
        self._before: dict[tuple[int, int], list[Hit]] = {}

    def verdicts(self, drafts: Sequence[Draft]) -> list[str | None]:
        """For each draft None, or why it is withdrawn; all of them are read in one go."""
        read = [draft.read() for draft in drafts]
        verdicts = [
            _misstated(draft, after)
            or _of_others(draft, after, self._form)
            or _asserted(draft, after)
            for draft, after in zip(drafts, read, strict=True)
        ]
        waiting = [number for number, verdict in enumerate(verdicts) if verdict is None]
        if self._annotate and waiting:
            self._annotate([read[number] for number in waiting])
            # A run of rules that need no grammar has read the letter without.
            self._annotate([[d.sentence] for d in drafts if not d.sentence.parts])
        for number in waiting:
            draft, after = drafts[number], read[number]
            verdicts[number] = (
                flaw(draft.sentence, after, self._form)
                or self._found(draft, after)
                or self._missed(draft)
            )
        return verdicts

    def passes(self, draft: Draft) -> bool:
        """Whether nothing speaks against the one draft."""
        return self.verdicts([draft]) == [None]

    def read(self, draft: Draft) -> list[Sentence]:
        """What the draft's sentence becomes, with grammar where rules ask for it."""
        after = draft.read()
        if self._annotate:
            self._annotate([after])
        return after

    def hits(self, sentences: Sequence[Sentence]) -> list[Hit]:
        """What rules and protections find in the sentences on their own."""
        found = self._searcher.hits([sentences], [_ZONES], self._context)
        return [hit for hit in found if isinstance(hit.owner, Rule | Protection)]

    def _missed(self, draft: Draft) -> str | None:
        """Why the letter may not do without the sentence that the draft strikes whole, or None."""
        if not self._letter or draft.after.strip():
            return None
        kinds = {self._rules[rule].category for rule in draft.rules if rule in self._rules}
        return None if all(may_go(draft.sentence, kind) for kind in kinds) else _MISSED

    def _found(self, draft: Draft, after: Sequence[Sentence]) -> str | None:
        sentence = draft.sentence
        key = sentence.block.number, sentence.index
        if key not in self._before:
            self._before[key] = self.hits([sentence])
        old, now = self._before[key], self.hits(after)
        if _laws(old) - _laws(now):
            return "det rører ved ord, som loven beder om"
        had, has = _places(old), _places(now)
        fewer = words_gone(sentence, after) is not None
        for rule in has:
            if has[rule] > had[rule] and not fewer:
                return f"{BRINGS_NEW}: {self._rules[rule].title}"
            if rule in draft.rules and has[rule] == had[rule]:
                return f"fundet bliver stående: {self._rules[rule].title}"
        return None


def _misstated(draft: Draft, after: Sequence[Sentence]) -> str | None:
    if draft.after == draft.sentence.text:
        return "sætningen ville være den samme"
    if _REASON_GAP in draft.after and (
        told_beside(draft.sentence) or opens_with_condition(draft.sentence)
    ):
        return "grunden står allerede ved siden af"
    if _turns_to_reader(draft.sentence, after):
        return "sætningen handler om enhver (»man«) og ville komme til at tale til læseren"
    if fact := lost(draft.sentence, after, draft.marked):
        return f"»{fact}« ville gå tabt"
    if fact := invented(draft.sentence, after):
        return f"»{fact}« stod der ikke før"
    return None


def _of_others(draft: Draft, after: Sequence[Sentence], form: str) -> str | None:
    """Why not, where »De« opened the sentence and was »they«: »De lægges i sprækken«."""
    opening = after[0].words[0] if after and after[0].words else ""
    if form != "De" and draft.sentence.words[0] == "De" and opening in {"I", "Du"}:
        return "»De« er ikke læseren her"
    return None


def _turns_to_reader(before: Sentence, after: Sequence[Sentence]) -> bool:
    """Whether »du« comes into a sentence that says »man« or »sin«, and keeps that as well."""
    words = {*before.words, *before.lowers[:1]}
    if _ANYONE.isdisjoint(before.lowers) or not _READERS.isdisjoint(words):
        return False
    new = [word for sentence in after for word in (*sentence.words, *sentence.lowers[:1])]
    return not (_ANYONE.isdisjoint(new) or _READERS.isdisjoint(new))


def _asserted(draft: Draft, after: Sequence[Sentence]) -> str | None:
    """Why not, where what was held to be so would be so: »må anses for at være lille« as »er lille«."""
    before = draft.sentence
    held = next(
        (
            token
            for token, word in enumerate(before.lowers)
            if word in _HELD and "må" in before.lowers[max(0, token - _NEAR) : token + _NEAR]
        ),
        None,
    )
    left = {word for sentence in after for word in sentence.lowers}
    if held is None or not _HOLDS.isdisjoint(left):
        return None
    stays = any(len(word) > _LONG and word in left for word in before.lowers[held + 1 :])
    return "et skøn ville blive til en kendsgerning" if stays else None


def words_gone(before: Sentence, after: Sequence[Sentence]) -> int | None:
    """How many words go where no other comes: what rules find in the rest was there all along.

    None where a word comes that was not there.
    """
    left = Counter(word for sentence in after for word in sentence.lowers)
    had = Counter(before.lowers)
    return (had - left).total() if left <= had else None


def _laws(hits: Sequence[Hit]) -> set[str]:
    return {hit.owner.law for hit in hits if isinstance(hit.owner, Protection)}


def _places(hits: Sequence[Hit]) -> Counter[str]:
    """How many places, apart from each other, each escalating rule finds."""
    counts: Counter[str] = Counter()
    ends: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.sentence.index, hit.span)):
        if isinstance(hit.owner, Rule) and hit.owner.effect is Effect.ESCALATES:
            counts[hit.owner.id] += _apart(hit.span, hit.sentence.index, hit.owner.id, ends)
    return counts


def _apart(span: Span, sentence: int, rule: str, ends: dict[str, int]) -> bool:
    """Whether the span begins after all others of its rule; noted in `ends`."""
    key = f"{sentence} {rule}"
    apart = span.start >= ends.get(key, 0)
    ends[key] = max(span.end, ends.get(key, 0))
    return apart
