"""Whole sentences that a letter does without: remarks on anyone, on others, on what might have been."""

from __future__ import annotations

import re

from traek.engine.rewriting.addition import opens_with_condition, said_before
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.deletion import deleted, from_among_others, holds_fact, is_leant_upon
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
_EXAMPLE = re.compile(
    r"(?:langt )?(?:de (?:øvrige|andre|fleste)|(?:mange )?andre|samtlige (?:andre|øvrige)"
    r"|(?:dine|jeres|deres) (?:kolleger|naboer|medstuderende|klassekammerater)) (?!må|kan|skal)"
)
_WEIGHTY = frozenset(
    "venter ventet venteliste ventelisten derfor må skal behov dermed krav kræver timer klaget svar "
    "svaret vi os du dig oplyst betaler forsinket risikerer udgifter risiko skade skader rammer "
    "ansøgere vælger ejere".split()
)
"""Words by which others are a reason, or have lost something."""
_TOO_LATE = re.compile(
    r"\b(?:ville|kunne) (?:\w+ ){0,4}have \w+t\b"
    r"|\bhavde (?:\w+ )?(?:hjulpet|lettet|løst|sparet|afklaret|gjort en forskel|været (?:klogt|naturligt|hensigtsmæssigt))"
)
_OURS = frozenset("vi os vores jeg mig kommunen skolen styrelsen foreningen selskabet".split())
"""Who admits something, where it is one of them that would have done better."""
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


def example(sentence: Sentence, _: str) -> Change | None:
    """The letter without a sentence on how others did: »De øvrige butikker har indrettet sig«."""
    said = {*sentence.lowers}
    if _EXAMPLE.match(" ".join(sentence.lowers[:4])) is None or said & (DENIALS | _WEIGHTY):
        return None
    if sentence.words[-1] != "." or "," in said or holds_fact(sentence, 0, len(sentence.words)):
        return None
    return None if is_leant_upon(sentence) else from_among_others(sentence)


def too_late(sentence: Sentence, _: str) -> Change | None:
    """The letter without what would have helped: »Et opslag i planen ville have givet svar«."""
    said = {*sentence.lowers}
    if said & _OURS or "men" in said or _TOO_LATE.search(" ".join(sentence.lowers)) is None:
        return None
    return whole_remark(sentence)


def hindsight(sentence: Sentence, _: str) -> Change | None:
    """The letter without what would have been: »Havde I sagt til, var det ikke sket«."""
    first = body(sentence)[0]
    opens = sentence.lowers[first : first + 2]
    if "havde" not in opens and not (opens[0] == "hvis" and "havde" in sentence.lowers):
        return None
    return whole_remark(sentence)
