"""Ways to say a sentence more plainly that no rule has to write: they hold for a whole category.

Words are taken out, made small, or turned; what is added is a gap for the writer. So nothing is
made up, and each way answers what its categories are about: who acts, when, why, where to get help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from traek.engine.address import turned
from traek.engine.clauses import is_finite
from traek.engine.rewriting.actor import by_reader, with_actor
from traek.engine.rewriting.addition import added, opens_with_condition, told_beside
from traek.engine.rewriting.cutting import body, capital, text_of
from traek.engine.rewriting.deletion import deleted
from traek.engine.rewriting.draft import Change, rewritten
from traek.engine.rewriting.generic import small_words
from traek.engine.rewriting.matter import DENIALS
from traek.engine.rewriting.order import main_clause
from traek.engine.tone import quotations
from traek.reading import Sentence

Way = Callable[[Sentence, str], Change | None]

_TAGS = tuple(
    tuple(phrase.split())
    for phrase in (
        "sådan set;trods alt;nu engang;nu en gang;ganske enkelt;helt ærligt;rent faktisk;"
        "i sagens natur;så at sige;med al respekt;som bekendt;unægtelig;såmænd"
    ).split(";")
)
"""Small phrases that nudge and tell nothing; what is left says the same."""

_NUDGED = frozenset({"E05", "E13", "E14", "E16", "E24"})
"""Categories that a small word can make; in others the sentence stings as a whole."""
_NUDGES = frozenset("jo altså bare blot faktisk skam da selvfølgelig naturligvis".split())
"""Small words that may go as the only change; »dog«, »netop« and »desværre« say more."""

_ABSOLUTE = tuple(
    tuple(phrase.split())
    for phrase in (
        "til enhver tid;under alle omstændigheder;i enhver henseende;til punkt og prikke;"
        "uden undtagelse;som altid;overhovedet;på noget tidspunkt;nogensinde;fuldstændig;fuldstændigt"
    ).split(";")
)
_NOTICE = (("vær", "opmærksom", "på"), ("bemærk",), ("bemærk", "venligst"), ("husk",))
_HINTS = frozenset(
    "følger konsekvens konsekvenser betydning anderledes skærpede overveje overvejes behandling "
    "veje nødvendigt udelukkes vurderingen baner skridt foranstaltninger forholdsregler midler "
    "interessere indtryk forbeholder efterlevelse opfølgning øjne følge bemærket".split()
)
"""Words that let something be feared without naming it."""
_ASKING = frozenset({"spørgsmål", "henvendelse", "henvendelser", "bemærkninger", "indsigelser"})
_SENT = frozenset({"rettes", "stilles", "sendes", "fremsættes", "indsendes"})
_TASKS = frozenset({"ansvar", "opgave", "opgaver", "henhører", "løse", "anliggende"})
_SPOKEN_FOR = frozenset("hvis får men hjælp jeg vi mig os vores".split())
"""Words of somebody who helps already, or of a sentence that goes on."""
_HEARS = frozenset({"hører", "besked", "svar", "senest", "inden", "så", "juni", "juli"})
_AWAITED = frozenset(
    "sagen sag svarer ansøgningen klagen afgørelsen afgørelse afgørelser henvendelsen henvendelser "
    "sagsbehandlingstiden sagsbehandlingen vurderingen behandlingen ventetiden tålmodighed".split()
)
"""What the reader waits for an answer in; other things have times of their own."""
_VAGUE = frozenset(
    "løbende hvornår snart snarest senere længere tålmodighed stund tid engang hen omgang".split()
)
_TOLD_WHY = frozenset({"for", "længe", "medmindre", "hvis", "eftersom", "når"})
"""Words behind a comma that give the reason or the exception for a refusal."""
_STRESSED = frozenset(
    "skal ikke husk vigtigt obs kun altid aldrig nu straks senest må alle ingen inden før er hele "
    "bør kan mindst engang samme uden med og eller til frist betal mangler sidste bemærk læs".split()
)


_SHOUT = 2


def plainer(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """What can be done about the sentence, best first; `form` is how the letter speaks to its reader."""
    nudge = (_small,) if category in _NUDGED else ()
    ways = (_calm, *nudge, *_WAYS.get(category, ()), _told)
    return _made(sentence, form, ways if sentence.parts else ())


def fuller(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """The sentence as it is, with a gap behind it for what the category lacks: a reason, a date."""
    return _made(sentence, form, _MORE.get(category, ()) if sentence.parts else ())


def _made(sentence: Sentence, form: str, ways: Iterable[Way]) -> Iterator[Change]:
    return (change for way in ways if (change := way(sentence, form)) is not None)


def _whole(sentence: Sentence, text: str | None) -> Change | None:
    """The body of the sentence anew; its opening and final signs stay."""
    if not text:
        return None
    first, last = body(sentence)
    return Change(sentence.span(first, last), text if text.startswith("[") else capital(text))


def _small(sentence: Sentence, _: str) -> Change | None:
    """The sentence without its nudging words, all of them."""
    found = small_words(sentence, 0, len(sentence.words))
    if any(sentence.lowers[token] not in _NUDGES for token in found):
        return None
    places = [(token, token + 1) for token in found]
    return _without(sentence, [*places, *_phrases(sentence, _TAGS)])


def _less_absolute(sentence: Sentence, _: str) -> Change | None:
    return _without(sentence, _phrases(sentence, _ABSOLUTE))


def _phrases(sentence: Sentence, phrases: tuple[tuple[str, ...], ...]) -> list[tuple[int, int]]:
    return [
        (token, token + len(phrase))
        for phrase in phrases
        for token in range(len(sentence.words))
        if tuple(sentence.lowers[token : token + len(phrase)]) == phrase
    ]


def _without(sentence: Sentence, places: list[tuple[int, int]]) -> Change | None:
    quoted = quotations(sentence)
    if any(token in quoted for place in places for token in range(*place)):
        return None
    changes = sorted(filter(None, (deleted("", *place, sentence) for place in places)))
    if not changes or len(changes) < len(places):
        return None
    if len(changes) == 1:
        return changes[0]
    if any(one.span.end > two.span.start for one, two in pairwise(changes)):
        return None
    return Change(sentence.span(0, len(sentence.words)), rewritten(sentence, changes).text)


def _calm(sentence: Sentence, _: str) -> Change | None:
    """The sentence without shouted words and with a full stop for a shout."""
    loud = len(sentence.words) > 1 and sentence.text.isupper()
    shouted = {
        token
        for token, word in enumerate(sentence.words)
        if loud
        or (
            len(word) > 1
            and word.isupper()
            and (sentence.lowers[token] in _STRESSED or _is_stress(sentence, token))
        )
    }
    if not shouted and sentence.text.count("!") < _SHOUT:
        return None
    first, last = body(sentence)
    pieces = []
    for token in range(first, last):
        word = text_of(sentence, token, token + 1)
        gap = sentence.block.text[sentence.ends[token - 1] : sentence.starts[token]]
        pieces.append((gap if token > first else "") + (word.lower() if token in shouted else word))
    text = "".join(pieces)
    change = Change(sentence.span(first, last), capital(text) if first in shouted else text)
    return _less_loud(sentence, change.text)


def _less_loud(sentence: Sentence, text: str) -> Change | None:
    """The sentence, or `text` for its body, with a full stop for exclamation marks."""
    first, last = body(sentence)
    signs = sentence.words[last:]
    if not signs or not {*signs} <= {"!", "!!", "!!!", "."}:
        return Change(sentence.span(first, last), text)
    return Change(sentence.span(first, len(sentence.words)), f"{text}.")


def _full_stop(sentence: Sentence, _: str) -> Change | None:
    if sentence.words[-1] != "!":
        return None
    return _less_loud(sentence, text_of(sentence, *body(sentence)))


def _is_stress(sentence: Sentence, token: int) -> bool:
    return sentence.parts[token] in {"ADV", "ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "VERB"}


def _told(sentence: Sentence, _: str) -> Change | None:
    """»Vær opmærksom på, at der …« is »Der …«."""
    first, last = body(sentence)
    for phrase in _NOTICE:
        end = first + len(phrase)
        if tuple(sentence.lowers[first:end]) == phrase and sentence.lowers[end : end + 2] == [
            ",",
            "at",
        ]:
            return _whole(sentence, main_clause(sentence, end + 1, last))
    return None


def _active(sentence: Sentence, form: str) -> Change | None:
    """The passive with a gap for whoever acts; questions are the reader's to ask."""
    if _ASKING.isdisjoint(sentence.lowers[:3]) or _SENT.isdisjoint(sentence.lowers):
        return with_actor(sentence, form)
    return by_reader(sentence, form)


def _refused(sentence: Sentence, form: str) -> Change | None:
    """Who says no, where the no itself is a passive."""
    if "," in sentence.words or DENIALS.isdisjoint(sentence.lowers):
        return None
    return _active(sentence, form)


def _with_reason(sentence: Sentence, _: str) -> Change | None:
    lowers = sentence.lowers
    why = any(
        word == "," and not _TOLD_WHY.isdisjoint(lowers[token + 1 : token + 3])
        for token, word in enumerate(lowers)
    )
    goes_on = any(
        word == "," and {*lowers[token + 1 : token + 2]} & {"og", "men", "så"}
        for token, word in enumerate(lowers)
    )
    if why or goes_on or DENIALS.isdisjoint(lowers) or opens_with_condition(sentence):
        return None
    return None if told_beside(sentence) else _with(sentence, ", fordi [udfyld: grunden]")


def _with_date(sentence: Sentence, form: str) -> Change | None:
    said = {*sentence.lowers}
    if said & _HEARS or not said & _AWAITED or not (said & _VAGUE or {"når", "vi"} <= said):
        return None
    return _with(sentence, turned(", og du hører fra os senest [udfyld: dato]", form))


def _with_help(sentence: Sentence, _: str) -> Change | None:
    """Who can help, where the reader is left alone or sent on."""
    said, asks = {*sentence.lowers}, sentence.lowers[0].startswith("hv")
    alone = ("selv" in said and said & {"må", "skal"}) or said & _TASKS
    if not alone or said & _SPOKEN_FOR or ("," in said and not asks):
        return None
    return _with(sentence, ", men [udfyld: hvem] kan hjælpe med det")


def _with_outcome(sentence: Sentence, _: str) -> Change | None:
    """What may happen, where there is a hint that something will."""
    hints = (
        word in _HINTS and sentence.lowers[max(0, token - 1)] not in {"der", "som"}
        for token, word in enumerate(sentence.lowers)
    )
    if not any(hints) or sentence.words[-1] != "." or "nødig" in sentence.lowers:
        return None
    first, last = body(sentence)
    told = text_of(sentence, first, last)
    if "får" in sentence.lowers:
        return _whole(sentence, f"{told}. Det betyder, at [udfyld: hvad der så sker]")
    return _whole(sentence, f"{told}. Det kan betyde, at [udfyld: hvad der kan ske]")


def _with(sentence: Sentence, more: str) -> Change | None:
    """The sentence with more behind it; none that asks, orders or has no verb of its own."""
    first, last = body(sentence)
    asks = sentence.words[-1] == "?" or "Mood=Imp" in sentence.features[first]
    if asks or last <= first or not any(is_finite(sentence, t) for t in range(first, last)):
        return None
    return _whole(sentence, added(sentence, last - 1, last, more))


_WAYS: Mapping[str, tuple[Way, ...]] = {
    "E08": (_active,),
    "E09": (_active,),
    "E10": (_active,),
    "E12": (_less_absolute,),
    "E22": (_full_stop,),
    "E15": (_active,),
    "E17": (_active,),
    "E18": (_active,),
    "E19": (_active,),
    "E25": (_refused,),
    "E30": (_active,),
}
_MORE: Mapping[str, tuple[Way, ...]] = {
    "E11": (_with_outcome,),
    "E19": (_with_date,),
    "E25": (_with_reason,),
    "E30": (_with_help,),
}
