"""Advice that nobody gives, or that sounds like a raised finger, as something the reader can do."""

from __future__ import annotations

import re

from traek.engine.address import turned
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, text_of
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence

_NEAR = 6
_ADVICE = re.compile(
    r"det (?:kan |kunne |vil |må |bør )?(?:derfor |dog |i øvrigt |altid |også |desuden |eventuelt )?"
    r"(?:anbefales|tilrådes|overvejes|er (?:altid |en )?(?:fornuftigt|god idé)(?: allerede nu)?) (ikke )?at"
    r"|(?:vi|jeg) (?:vil |kan |skal |må )?(?:gerne |derfor |kun )?anbefaler?e? (?:dig|dem|jer) (ikke )?at"
)
_SMALL = re.compile(r"\b(?:derfor|dog|også|desuden)\b")
_SELF = frozenset({"man", "en", "ens", "sin", "sit", "sine", "sig"})
_EASES = re.compile(r"det vil(?: \w+)? lette (?:arbejdet|behandlingen|sagsbehandlingen)")
_USEFUL = re.compile(
    r"det (?:er|kan være|vil være|kunne være|ville være)(?: (?:i øvrigt|i reglen|altid|også|ofte))? "
    r"(?:en fordel|en god idé|en god vane|praktisk|hensigtsmæssigt|klogt|tilrådeligt|nyttigt|værd) at"
)
_REPROACHES = frozenset(
    "ikke bedre idet unødigt gang denne styr forbrug lade umage eftersom mere tillid ordentligt".split()
)
"""Words by which advice tells what was wrong; as »du kan« it would still sting."""
_OWN = {"sin": "din", "sit": "dit", "sine": "dine", "sig": "dig"}


def advised(sentence: Sentence, form: str) -> Change | None:
    """»Det kan derfor anbefales at låse døren« is »Det er derfor en fordel at låse døren«."""
    first, last = body(sentence)
    start = " ".join(sentence.lowers[first : min(last, first + 2 * _NEAR)])
    found = _ADVICE.match(start)
    if found is None or not _SELF.isdisjoint(sentence.lowers):
        return _eased(sentence)
    act = first + len(found.group().split())
    if act >= last or "VerbForm=Inf" not in sentence.features[act]:
        return None
    rest = text_of(sentence, act, last)
    if any(found.groups()):
        return said_anew(sentence, f"vi beder {turned('dig', form)} lade være med at {rest}")
    small = _SMALL.search(found.group())
    adverb = f"{small.group()} " if small else ""
    if "anbefal" in found.group() or "tilrådes" in found.group():
        return said_anew(sentence, f"det er {adverb}en fordel at {rest}")
    consider = "overveje at " if "overvejes" in found.group() else ""
    return said_anew(sentence, f"{turned('du', form)} kan {adverb}{consider}{rest}")


def _eased(sentence: Sentence) -> Change | None:
    """»Det vil lette behandlingen, hvis …« is »Det hjælper os, hvis …«; »man bør« is of use."""
    first, last = body(sentence)
    comma = next((t for t in range(first, last) if sentence.words[t] == ","), first)
    opening = " ".join(sentence.lowers[first:comma])
    if _EASES.fullmatch(opening) and sentence.lowers[comma + 1] == "hvis":
        return said_anew(sentence, f"det hjælper os{text_of(sentence, comma, last)}")
    if sentence.lowers[first : first + 2] != ["man", "bør"]:
        return None
    small = not {"altid", "derfor", "også"}.isdisjoint(sentence.lowers[first + 2 : first + 3])
    act = first + 2 + small
    if act < last and "VerbForm=Inf" in sentence.features[act]:
        return said_anew(sentence, f"det er en fordel at {text_of(sentence, act, last)}")
    return None


def useful(sentence: Sentence, form: str) -> Change | None:
    """»Det er en god idé at tage sine bilag med« is »Du kan tage dine bilag med«."""
    first, last = body(sentence)
    found = _USEFUL.match(" ".join(sentence.lowers[first : first + 3 * _NEAR]))
    if found is None or sentence.words[-1] != ".":
        return None
    act = first + len(found.group().split())
    said = {*sentence.lowers[act:last]}
    if act >= last or "VerbForm=Inf" not in sentence.features[act]:
        return None
    if said & _REPROACHES or said & {"man", "en", "ens", "enhver"}:
        return None
    rest = re.sub(r"\b(?:sin|sit|sine|sig)\b", _yours, text_of(sentence, act, last))
    return said_anew(sentence, turned(f"du kan {rest}", form))


def _yours(own: re.Match[str]) -> str:
    return _OWN[own.group()]
