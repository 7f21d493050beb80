"""A sentence as it is, with a gap behind it for what its category lacks: a reason, a date, a way."""

from __future__ import annotations

from itertools import pairwise

from traek.engine.address import turned
from traek.engine.rewriting.addition import (
    added,
    is_statement,
    opens_with_condition,
    told_beside,
)
from traek.engine.rewriting.anew import followed, said_anew
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.matter import DENIALS
from traek.reading import Sentence

_HINTS = frozenset(
    "følger konsekvens konsekvenser betydning anderledes skærpede overveje overvejes behandling "
    "veje nødvendigt udelukkes vurderingen baner skridt foranstaltninger forholdsregler midler "
    "interessere indtryk forbeholder efterlevelse opfølgning øjne følge bemærket alvor beføjelser "
    "genstand udvælger videre inddrages overvejelserne overvejelse forløb dyrt forberedt".split()
)
"""Words that let something be feared without naming it."""
_HEARS = frozenset({"hører", "besked", "svar", "senest", "inden", "så"})
_AWAITED = frozenset(
    "sagen sag svarer ansøgningen klagen afgørelsen afgørelse afgørelser henvendelsen henvendelser "
    "sagsbehandlingstiden sagsbehandlingen vurderingen behandlingen ventetiden tålmodighed".split()
)
"""What the reader waits for an answer in; other things have times of their own."""
_VAGUE = frozenset(
    "løbende hvornår snart snarest senere længere tålmodighed stund tid engang hen omgang".split()
)
_SOME_DAY = frozenset({"tillader", "muligt", "tid", "rækker", "nyt", "plads"})
"""Last words of »når …«, which names no day."""
_TOLD_WHY = frozenset(
    {"for", "før", "længe", "medmindre", "hvis", "eftersom", "når", "da", "fordi", "så"}
)
"""Words behind a comma that give the reason or the exception for a refusal."""
_DEMANDS = frozenset({"skal", "kræves"})
_GROUNDED = frozenset(
    "derfor fordi idet således eftersom efter ifølge jf loven kræver hvis såfremt for selv senest inden "
    "medmindre når så forventes påregnes imødeses følgende indskærpes understreges vi jeg nok".split()
)
"""Words by which a demand may stand on a ground of its own, or is a rule with a condition."""
_COORDINATES = frozenset({"og", "men", "så"})
_JOINS = _COORDINATES | {"for", "at", "der"}
_WAY = frozenset(
    "hjælp hjælpe hjælper gerne ring ringe ringer kontakt kontakte kontakter velkommen hvis når men "
    "tale læge pege forudsætning desværre såfremt resten".split()
)
_SETTLED = frozenset(
    "nødig forberedt selv stilling bør næppe medmindre betydelige alvor ring ringer".split()
)
"""Words of a hint that says what it means, or leaves it to the reader."""
_SHUT = frozenset({"telefonisk", "telefonen", "mundtlige", "mundtligt", "møder", "kundecentret"})
_RULES = frozenset(
    "lov loven lovgivningen miljølovgivningen regler reglerne reglen praksis "
    "bekendtgørelsen vedtægterne ordningen".split()
)
_FOUND = frozenset(
    "noteret set fundet registreret observeret konstateret modtaget fået hørt påvist målt".split()
)
"""What was or was not found needs no reason."""
_SELF_EVIDENT = frozenset(
    "selv omstændigheder ellers mindes huske erindre jf jf. herfra retur ændrede ændrer grund anledning højere".split()
)
"""Words of a no that holds of itself, or whose reason was given just now: »under de omstændigheder«."""
_RECALLED = frozenset({"mindes", "huske", "erindre"})
_REASON = ", fordi [udfyld: grunden]"


def with_reason(sentence: Sentence, _: str) -> Change | None:
    """Why not, behind a plain refusal; what holds of itself, or is denied of somebody, needs none."""
    said = {*sentence.lowers}
    if said & _FOUND or not said & DENIALS or said & _SELF_EVIDENT:
        return None
    last = max(token for token, word in enumerate(sentence.lowers) if word in DENIALS)
    behind = sentence.words[last : body(sentence)[1]]
    plain = not {",", ";"} & {*behind} and not _states(sentence, last)
    return _because(sentence) if plain else None


def _states(sentence: Sentence, denial: int) -> bool:
    """Whether it says what something is not: »Ferie er ikke forfald«."""
    before = sentence.lowers[denial - 1]
    following = sentence.parts[denial + 1 : denial + 2]
    return before in {"er", "var"} and not {"NOUN", "ADJ", "DET"}.isdisjoint(following)


def with_alternative(sentence: Sentence, form: str) -> Change | None:
    """What the reader can do instead, behind a refusal whose reason is told."""
    said = {*sentence.lowers}
    if not said & DENIALS or _goes_on(sentence, _JOINS) or "[" in sentence.words or said & _WAY:
        return None
    if said & _RECALLED:
        return None
    if opens_with_condition(sentence) or not {"kan", "ikke"} <= said:
        return None
    return _with(sentence, turned(", men du kan [udfyld: hvad læseren kan gøre i stedet]", form))


def with_ground(sentence: Sentence, _: str) -> Change | None:
    """What a demand is for."""
    said = {*sentence.lowers}
    if not (said & _DEMANDS or {"må", "ikke"} <= said) or said & _GROUNDED or "[" in sentence.words:
        return None
    item = body(sentence)[1] == len(sentence.words)
    return None if item else _because(sentence)


def _because(sentence: Sentence) -> Change | None:
    lowers = sentence.lowers
    why = any(
        word == "," and not _TOLD_WHY.isdisjoint(lowers[token + 1 : token + 3])
        for token, word in enumerate(lowers)
    )
    if (
        why
        or _goes_on(sentence, _COORDINATES)
        or opens_with_condition(sentence)
        or told_beside(sentence)
    ):
        return None
    return _with(sentence, _REASON)


def _goes_on(sentence: Sentence, joiners: frozenset[str]) -> bool:
    """Whether one of the joiners stands behind a comma."""
    return any(one == "," and other in joiners for one, other in pairwise(sentence.lowers))


def with_date(sentence: Sentence, form: str) -> Change | None:
    """By when, where an answer is awaited or something happens »når der er tid«."""
    said = {*sentence.lowers}
    if said & _HEARS or "dog" in said:
        return None
    last = body(sentence)[1]
    someday = sentence.lowers[max(0, last - 1)] in _SOME_DAY or {"vender", "tilbage"} <= said
    if "når" in said and "kan" not in said and someday:
        return _with(sentence, ", dog senest [udfyld: dato]")
    if not said & _AWAITED or not (said & _VAGUE or {"når", "vi"} <= said):
        return None
    return _with(sentence, turned(", og du hører fra os senest [udfyld: dato]", form))


def with_other_way(sentence: Sentence, form: str) -> Change | None:
    """Another way to ask, where one is shut: »Vi svarer ikke i telefonen«."""
    said = {*sentence.lowers}
    if DENIALS.isdisjoint(said) or not said & _SHUT or "," in said:
        return None
    return _with(sentence, turned(", men du kan skrive til [udfyld: hvem]", form))


def with_purpose(sentence: Sentence, _: str) -> Change | None:
    """What the rule is for that binds everybody."""
    said = {*sentence.lowers}
    if (
        _RULES.isdisjoint(sentence.lowers)
        or sentence.words[-1] != "."
        or {"skal", ",", "sådan"} & said
    ):
        return None
    rule, one = ("Reglerne", "reglerne") if "reglerne" in sentence.lowers else ("Reglen", "reglen")
    return followed(sentence, f"{rule} skal sikre, at [udfyld: formålet med {one}]")


def with_outcome(sentence: Sentence, _: str) -> Change | None:
    """What may happen, where there is a hint that something will."""
    hints = (
        word in _HINTS and sentence.lowers[max(0, token - 1)] not in {"der", "som"}
        for token, word in enumerate(sentence.lowers)
    )
    if not any(hints) or sentence.words[-1] != "." or not _SETTLED.isdisjoint(sentence.lowers):
        return None
    if any(sign.isdigit() for word in sentence.words for sign in word):
        return None
    if {"givet", "fald"} <= {*sentence.lowers} or {"så", "fald"} <= {*sentence.lowers}:
        return None  # what may happen has been told
    if {"få", "betydning"} <= {*sentence.lowers}:
        return None  # »kan få betydning. Det kan betyde« says it twice
    if "får" in sentence.lowers:
        return followed(sentence, "Det betyder, at [udfyld: hvad der så sker]")
    return followed(sentence, "Det kan betyde, at [udfyld: hvad der kan ske]")


def _with(sentence: Sentence, more: str) -> Change | None:
    """The sentence with more behind it; none that asks, orders or has no verb of its own."""
    if not is_statement(sentence):
        return None
    last = body(sentence)[1]
    return said_anew(sentence, added(sentence, last - 1, last, more))
