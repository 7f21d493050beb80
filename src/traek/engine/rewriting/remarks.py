"""Whole sentences that a letter does without: remarks on anyone, on others, on what might have been."""

from __future__ import annotations

import re

from traek.engine.rewriting.addition import opens_with_condition, said_before
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.deletion import deleted
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.generic import whole_remark
from traek.engine.rewriting.matter import DENIALS
from traek.reading import Sentence

_OTHERS = frozenset(
    "andre øvrige andres naboerne naboer enkelte fleste fællesskabet kammerater klassekammerater".split()
)
_GROUNDS = frozenset("praksis betydning fremgår opgave ret pligt vilkår påtale ikke".split())
"""Words of a rule or a decision that the letter rests on."""
_AT_STAKE = frozenset({"over", "venteliste", "ventelisten", "plads", "pladsen", "forsinket"})
"""Words by which others are the reason, and no example."""
_FROM_NOW_ON = frozenset("fremover fremadrettet fremtiden".split())
"""Words that tell what is asked for, or promised, from now on."""


def compared(sentence: Sentence, _: str) -> Change | None:
    """The letter without a sentence that only holds up others as better or worse off."""
    if _OTHERS.isdisjoint(sentence.lowers) or "blandt" in sentence.lowers:
        return None
    found = left_out(sentence)
    return found if found is not None else _last_clause(sentence)


def _last_clause(sentence: Sentence) -> Change | None:
    """The sentence without its last clause, where that holds up others: »…, og andre venter«."""
    if not _AT_STAKE.isdisjoint(sentence.lowers):
        return None
    token = next(t for t, word in enumerate(sentence.lowers) if word in _OTHERS)
    change = deleted("led", token, token, sentence)
    ends = change is not None and change.span.end >= sentence.ends[body(sentence)[1] - 1]
    return change if ends and change is not None and not change.text else None


def left_out(sentence: Sentence, _: str = "") -> Change | None:
    """The letter without a sentence that is a remark, no reason for a no before it and no condition."""
    refused = not DENIALS.isdisjoint(re.findall(r"\w+", said_before(sentence).lower()))
    if refused or (opens_with_condition(sentence) and sentence.words[-1] != "?"):
        return None
    return whole_remark(sentence)


def of_anyone(sentence: Sentence, _: str) -> Change | None:
    """The letter without a sentence on what everybody should."""
    said = {*sentence.lowers}
    opens = " ".join(sentence.lowers[:3])
    taught = said & {"man", "enhver", "alle"} or opens in {
        "vi tager det",
        "den , der",
        "det er aldrig",
    }
    return left_out(sentence) if taught and not said & _GROUNDS else None


def tips(sentence: Sentence, _: str) -> Change | None:
    """The letter without advice that nobody asked for, where it holds nothing from now on."""
    if sentence.lowers[:2] == ["det", "vil"] or not _FROM_NOW_ON.isdisjoint(sentence.lowers):
        return None
    return left_out(sentence)


def hindsight(sentence: Sentence, _: str) -> Change | None:
    """The letter without what would have been: »Havde I sagt til, var det ikke sket«."""
    first = body(sentence)[0]
    opens = sentence.lowers[first : first + 2]
    if "havde" not in opens and not (opens[0] == "hvis" and "havde" in sentence.lowers):
        return None
    return whole_remark(sentence)
