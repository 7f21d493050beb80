"""What nobody holds to be so, said by a »vi« that judges: »X anses for Y« is »Vi vurderer, at X er Y«."""

from __future__ import annotations

from traek.engine.clauses import is_finite
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence

_MODALS = frozenset({"må", "kan"})
_SMALL = frozenset({"derfor", "herefter", "i", "øvrigt", "ikke", "også", "dog", "heller"})
_TOO = frozenset({"derfor", "herefter", "også", "dog"})
"""Adverbs that go to »vi vurderer«; »ikke« goes to what is judged, »i øvrigt« goes."""
_HAPPENED = frozenset(
    "kommet modtaget bortfaldet tilbagekaldt frafaldet meddelt bekendt kendt velkendt afsluttet "
    "samlet besvaret afklaret acceptabelt formålstjenligt formålstjenlig almindeligt uden".split()
)
"""What is held to have happened or to be known, whoever holds it, or rules somebody off."""
_SHOWN = frozenset({"godtgjort", "sandsynliggjort", "dokumenteret", "sandsynligt", "bevist"})


def deemed(sentence: Sentence, _: str) -> Change | None:
    """»Skaden må anses for lille« is »Vi vurderer, at skaden er lille«."""
    first, last = body(sentence)
    held = next((t for t in range(first + 1, last) if sentence.lowers[t] == "anses"), None)
    if held is None or "," in sentence.words[:held] or sentence.words[-1] != ".":
        return None
    verb = next((t for t in range(first + 1, held + 1) if is_finite(sentence, t)), held)
    small = [t for t in range(verb, held) if t != verb]
    behind = held + 1
    while behind < last and sentence.lowers[behind] in _SMALL:
        small.append(behind)
        behind += 1
    plain = verb == held or sentence.lowers[verb] in _MODALS
    said = [sentence.lowers[t] for t in small]
    if not plain or not {*said} <= _SMALL or sentence.lowers[behind : behind + 1] != ["for"]:
        return None
    return _judged(sentence, (first, verb), said, behind + 1)


def _judged(
    sentence: Sentence, subject: tuple[int, int], small: list[str], rest: int
) -> Change | None:
    _first, last = body(sentence)
    if sentence.lowers[rest : rest + 2] == ["at", "være"]:
        rest += 2
    opens = sentence.parts[subject[0]] in {"NOUN", "DET", "ADJ", "PRON", "NUM", "PROPN"}
    reader = sentence.words[subject[0]] in {"Du", "De", "I", "Vi", "Jeg"}
    if rest >= last or not opens or reader or sentence.lowers[rest] in _HAPPENED:
        return None
    denied = " ikke" if "ikke" in small else ""
    thing = inner(sentence, *subject)
    return said_anew(
        sentence,
        f"vi vurderer{_adverbs(small)}, at {thing}{denied} er {text_of(sentence, rest, last)}",
    )


def shown(sentence: Sentence, _: str) -> Change | None:
    """»Det findes ikke godtgjort, at …« is »Vi vurderer, at det ikke er godtgjort, at …«."""
    first, last = body(sentence)
    if sentence.lowers[first : first + 2] != ["det", "findes"]:
        return None
    proof = next((t for t in range(first + 2, last) if sentence.lowers[t] in _SHOWN), None)
    if proof is None or sentence.lowers[proof + 1 : proof + 3] != [",", "at"]:
        return None
    small = sentence.lowers[first + 2 : proof]
    if "ikke" not in small or not {*small} <= _SMALL:
        return None
    return said_anew(
        sentence, f"vi vurderer{_adverbs(small)}, at det ikke er {text_of(sentence, proof, last)}"
    )


def _adverbs(small: list[str]) -> str:
    """Those of the small words that go with »vi vurderer«, each behind a space."""
    return "".join(f" {word}" for word in small if word in _TOO)
