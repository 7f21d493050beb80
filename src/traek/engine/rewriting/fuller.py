"""A sentence as it is, with a gap behind it for what its category lacks: a reason, a date, help."""

from __future__ import annotations

from traek.engine.address import turned
from traek.engine.clauses import is_finite
from traek.engine.rewriting.addition import added, opens_with_condition, told_beside
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, text_of
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
_TASKS = frozenset(
    {
        "ansvar",
        "opgave",
        "opgaver",
        "henhører",
        "løse",
        "anliggende",
        "sag",
        "risikoen",
        "uvedkommende",
    }
)
_SPOKEN_FOR = frozenset("hvis får men hjælp jeg vi mig os vores".split())
"""Words of somebody who helps already, or of a sentence that goes on."""
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
_TOLD_WHY = frozenset({"for", "længe", "medmindre", "hvis", "eftersom", "når", "da", "fordi", "så"})
"""Words behind a comma that give the reason or the exception for a refusal."""
_DOUBTS = frozenset(
    "forekommer sandsynlig sandsynligt tvivl tvivlende troværdig troværdige vanskelige pålydende "
    "forbehold eftervises bestyrket".split()
)
_DEMANDS = frozenset({"skal", "forventes", "kræves"})
_GROUNDED = frozenset(
    "derfor fordi idet således eftersom efter ifølge jf loven kræver hvis såfremt for selv senest inden "
    "medmindre når så påregnes imødeses følgende indskærpes understreges vi jeg nok".split()
)
"""Words by which a demand may stand on a ground of its own, or is a rule with a condition."""
_JOINS = frozenset({"og", "men", "så", "for", "at", "der"})
_CLASH = frozenset({"stemmer", "forene", "passer", "tvivl", "dokumenteres", "svarer"})
_IF = frozenset({"hvis", "såfremt"})
_WAY = frozenset(
    "hjælp hjælpe hjælper gerne ring ringe ringer kontakt kontakte kontakter velkommen hvis når men "
    "tale læge pege forudsætning desværre såfremt".split()
)
_AWAY = frozenset(
    "ikke under uvedkommende selv ansvar ansvaret opgave spørgsmål afklare afklares afklaret påhviler "
    "hæfter visitationen".split()
)
"""Words by which something is somebody else's, or the reader's alone."""
_SHUT = frozenset({"telefonisk", "telefonen", "mundtlige", "mundtligt", "møder", "kundecentret"})
_RULES = frozenset(
    "lov loven lovgivningen miljølovgivningen regler reglerne reglen praksis fastsat centralt "
    "bekendtgørelsen vedtægterne ordningen".split()
)
_FORMS_ONLY = frozenset(
    {
        "via",
        "blanket",
        "blanketten",
        "digital",
        "beskedsystemet",
        "skriver",
        "skrive",
        "foreslår",
        "skal",
        "indtil",
    }
)
_REJECTED = frozenset(
    {"genkende", "genkendes", "afvise", "afviser", "forkert", "afstand", "tvivle", "opfattelse"}
)
_TOLD_US = frozenset(
    {"oplysningen", "forklaringen", "forklarer", "betegnede", "udsagn", "din", "Deres", "jeres"}
)
_SETTLED = frozenset(
    "idet fordi hjemmel klage klagen beklageligt ærgerligt anført anfører oplyst skriver skrevet fortalt "
    "anbefales burde".split()
)
"""Words by which a sentence has its reason, or only says what the reader said."""
EAR = "Er der noget, vi ikke kender til, vil vi gerne høre det"
"""What opens a door behind a reproach or a doubt; once in a letter is enough."""
_REASON = ", fordi [udfyld: grunden]"


def with_reason(sentence: Sentence, _: str) -> Change | None:
    """Why not, behind a refusal."""
    return None if DENIALS.isdisjoint(sentence.lowers) else _because(sentence)


def with_doubt_explained(sentence: Sentence, _: str) -> Change | None:
    """Why somebody doubts what the reader told."""
    return None if _DOUBTS.isdisjoint(sentence.lowers) else _because(sentence)


def with_ground(sentence: Sentence, _: str) -> Change | None:
    """What a demand is for."""
    said = {*sentence.lowers}
    if not (said & _DEMANDS or {"må", "ikke"} <= said) or said & _GROUNDED or "[" in sentence.words:
        return None
    return _because(sentence)


def _because(sentence: Sentence) -> Change | None:
    lowers = sentence.lowers
    why = any(
        word == "," and not _TOLD_WHY.isdisjoint(lowers[token + 1 : token + 3])
        for token, word in enumerate(lowers)
    )
    goes_on = any(
        word == "," and {*lowers[token + 1 : token + 2]} & {"og", "men", "så"}
        for token, word in enumerate(lowers)
    )
    if why or goes_on or opens_with_condition(sentence) or told_beside(sentence):
        return None
    return _with(sentence, _REASON)


def with_date(sentence: Sentence, form: str) -> Change | None:
    """By when, where an answer is awaited or something happens »når der er tid«."""
    said = {*sentence.lowers}
    if said & _HEARS or "dog" in said:
        return None
    last = body(sentence)[1]
    if "når" in said and "kan" not in said and sentence.lowers[max(0, last - 1)] in _SOME_DAY:
        return _with(sentence, ", dog senest [udfyld: dato]")
    if not said & _AWAITED or not (said & _VAGUE or {"når", "vi"} <= said):
        return None
    return _with(sentence, turned(", og du hører fra os senest [udfyld: dato]", form))


def with_help(sentence: Sentence, _: str) -> Change | None:
    """Who can help, where the reader is left alone or sent on."""
    said, asks = {*sentence.lowers}, sentence.lowers[0].startswith("hv")
    alone = ("selv" in said and said & {"må", "skal", "sørger", "bærer"}) or said & _TASKS
    goes_on = any(
        word == "," and sentence.lowers[token + 1] in _JOINS
        for token, word in enumerate(sentence.lowers[:-1])
    )
    if not alone or said & _SPOKEN_FOR or (goes_on and not asks):
        return None
    return _with(sentence, ", men [udfyld: hvem] kan hjælpe med det")


def with_ear(sentence: Sentence, form: str) -> Change | None:
    """A place for the reader's side, behind what is held against the reader."""
    reader = turned("du", form)
    about = any(
        word in {reader, reader.capitalize()}
        and (token == 0 or sentence.lowers[token - 1] == "at" or _is_finite_at(sentence, token - 1))
        for token, word in enumerate(sentence.words)
    )
    return _heard(sentence) if about else None


def with_ear_for_doubt(sentence: Sentence, _: str) -> Change | None:
    """The same behind a doubt about what the reader told."""
    return None if _TOLD_US.isdisjoint(sentence.words) else _heard(sentence)


def _is_finite_at(sentence: Sentence, token: int) -> bool:
    return token >= 0 and is_finite(sentence, token)


def _heard(sentence: Sentence) -> Change | None:
    known = not _SETTLED.isdisjoint(sentence.lowers) or '"' in sentence.words
    if sentence.words[-1] != "." or known or opens_with_condition(sentence):
        return None
    return _followed(sentence, EAR)


def with_clash(sentence: Sentence, _: str) -> Change | None:
    """The reader asked how two things go together: »…, hvilket ikke stemmer med registret«."""
    if "hvilket" not in sentence.lowers or _CLASH.isdisjoint(sentence.lowers):
        return None
    return _followed(sentence, "Vi vil gerne høre, hvordan det hænger sammen")


def with_how_it_was(sentence: Sentence, form: str) -> Change | None:
    """The reader's experience asked for, behind an apology with a condition: »Vi beklager, hvis …«."""
    last = sentence.words[-1]
    if last != "." or _IF.isdisjoint(sentence.lowers) or sentence.lowers[0] in _IF:
        return None
    return _followed(sentence, turned("Vi vil gerne høre, hvordan du oplevede det", form))


def with_way_on(sentence: Sentence, form: str) -> Change | None:
    """Somebody who can help, where the reader is sent away."""
    said = {*sentence.lowers}
    belongs = {"hører", "til"} <= said  # »hører ikke til på gulvet«
    if sentence.words[-1] != "." or said & _WAY or belongs or not said & _AWAY:
        return None
    return _followed(sentence, turned("Du kan få hjælp hos [udfyld: hvem]", form))


def with_other_view(sentence: Sentence, form: str) -> Change | None:
    """The reader's view asked for, where it is rejected: »Det kan vi ikke genkende«."""
    if _REJECTED.isdisjoint(sentence.lowers) or "," in sentence.words:
        return None
    return _with(sentence, turned(", men vi vil gerne høre, hvordan du ser på det", form))


def with_new_facts(sentence: Sentence, form: str) -> Change | None:
    """A door for what is new, where a case is closed."""
    said = {*sentence.lowers}
    shuts = said & (DENIALS | {"afsluttet", "lader", "færdigbehandlet", "besvaret"})
    if sentence.words[-1] != "." or not shuts or said & _FORMS_ONLY:
        return None
    if opens_with_condition(sentence) or "Mood=Imp" in sentence.features[body(sentence)[0]]:
        return None
    more = "Har du nye oplysninger, er du velkommen til at skrive til [udfyld: hvem]"
    return _followed(sentence, turned(more, form))


def with_other_way(sentence: Sentence, form: str) -> Change | None:
    """Another way to ask, where one is shut: »Vi svarer ikke i telefonen«."""
    said = {*sentence.lowers}
    if DENIALS.isdisjoint(said) or not said & _SHUT or "," in said:
        return None
    return _with(sentence, turned(", men du kan skrive til [udfyld: hvem]", form))


def with_purpose(sentence: Sentence, _: str) -> Change | None:
    """What the rule is for that binds everybody."""
    if _RULES.isdisjoint(sentence.lowers) or sentence.words[-1] != "." or "skal" in sentence.lowers:
        return None
    rule, one = ("Reglerne", "reglerne") if "reglerne" in sentence.lowers else ("Reglen", "reglen")
    return _followed(sentence, f"{rule} skal sikre, at [udfyld: formålet med {one}]")


def with_outcome(sentence: Sentence, _: str) -> Change | None:
    """What may happen, where there is a hint that something will."""
    hints = (
        word in _HINTS and sentence.lowers[max(0, token - 1)] not in {"der", "som"}
        for token, word in enumerate(sentence.lowers)
    )
    if not any(hints) or sentence.words[-1] != "." or "nødig" in sentence.lowers:
        return None
    if "får" in sentence.lowers:
        return _followed(sentence, "Det betyder, at [udfyld: hvad der så sker]")
    return _followed(sentence, "Det kan betyde, at [udfyld: hvad der kan ske]")


def _followed(sentence: Sentence, more: str) -> Change | None:
    told = text_of(sentence, *body(sentence))
    return said_anew(sentence, f"{told}. {more}")


def _with(sentence: Sentence, more: str) -> Change | None:
    """The sentence with more behind it; none that asks, orders or has no verb of its own."""
    first, last = body(sentence)
    asks = sentence.words[-1] == "?" or "Mood=Imp" in sentence.features[first]
    if asks or last <= first or not any(is_finite(sentence, t) for t in range(first, last)):
        return None
    return said_anew(sentence, added(sentence, last - 1, last, more))
