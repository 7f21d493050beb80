"""Ways to say a sentence more plainly that no rule has to write: they hold for a whole category.

Words are taken out, made small, or turned; what is added is a gap for the writer. So nothing is
made up, and each way answers what its categories are about: who acts, when, why, where to get help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from traek.engine.clauses import is_finite
from traek.engine.rewriting.actor import acted, with_actor
from traek.engine.rewriting.advice import advised, useful
from traek.engine.rewriting.cutting import body, capital, text_of
from traek.engine.rewriting.deeming import deemed, shown
from traek.engine.rewriting.deletion import deleted
from traek.engine.rewriting.draft import Change, rewritten
from traek.engine.rewriting.duties import borne, duty
from traek.engine.rewriting.framing import after_all, told, without_source
from traek.engine.rewriting.fuller import (
    with_alternative,
    with_date,
    with_ground,
    with_other_way,
    with_outcome,
    with_purpose,
    with_reason,
)
from traek.engine.rewriting.generic import small_words, stings_still
from traek.engine.rewriting.matter import DENIALS
from traek.engine.rewriting.remarks import (
    compared,
    example,
    hindsight,
    left_out,
    of_anyone,
    tips,
    too_late,
)
from traek.engine.rewriting.wanted import (
    asked,
    clashing,
    may,
    requested,
    seen,
    unconfirmed,
    unproven,
    weighed,
)
from traek.engine.stress import only_stressed
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

_NUDGED = frozenset({"E05", "E13", "E14", "E16", "E24", "E26"})
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
_PAIR = 2
_OWN_VOICE = frozenset({"jeg", "min", "mit", "mine", "mig", "vi", "vores", "os"})
_SHOUT = 2
_GREETS = frozenset({"fra", "os", "hilsen", "hilsner"})
_CURT = frozenset(
    {"ydes", "føres", "ønskes", "arkiveres", "forslag", "begrundelser", "korrespondance"}
)


def plainer(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """What can be done about the sentence, best first; `form` is how the letter speaks to its reader."""
    nudge = (_small,) if category in _NUDGED else ()
    own = _WAYS.get(category, ())
    ways = (_calm, *nudge, *own, *(way for way in _ANYWHERE if way not in own))
    return _made(sentence, form, ways if sentence.parts else ())


def fuller(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """The sentence as it is, with a gap behind it for what the category lacks: a reason, a date."""
    return _made(sentence, form, _MORE.get(category, ()) if sentence.parts else ())


def _made(sentence: Sentence, form: str, ways: Iterable[Way]) -> Iterator[Change]:
    first, last = body(sentence)
    if first == last:  # a number of a list alone
        return iter(())
    return (change for way in ways if (change := way(sentence, form)) is not None)


def _small(sentence: Sentence, _: str) -> Change | None:
    """The sentence without its nudging words, all of them."""
    found = small_words(sentence, 0, len(sentence.words))
    if stings_still(sentence, found) or any(sentence.lowers[t] not in _NUDGES for t in found):
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
        if loud or (len(word) > 1 and word.isupper() and only_stressed(sentence, token))
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


def _ours(sentence: Sentence, form: str) -> Change | None:
    """The passive as the sender's, where it is the sender's work."""
    return with_actor(sentence, form, ours=True)


def _by_reader(sentence: Sentence, form: str) -> Change | None:
    """The passive as something the reader does, where it is the reader's to do."""
    found = acted(sentence, form)
    return found if found is not None and "[udfyld: hvem]" not in found.text else None


def _refused(sentence: Sentence, form: str) -> Change | None:
    """Who says no, where the no itself is a passive; »ydes ikke« is as curt with a name before it."""
    said = {*sentence.lowers}
    if "," in sentence.words or not said & DENIALS or said & _CURT:
        return None
    return acted(sentence, form)


def _unquoted(sentence: Sentence, _: str) -> Change | None:
    """The reader's words without the marks that hold them at a distance."""
    marks = [token for token, word in enumerate(sentence.words) if word == '"']
    if len(marks) != _PAIR or not _OWN_VOICE.isdisjoint(sentence.lowers):
        return None
    first, last = body(sentence)
    if marks[0] <= first:
        return None
    start, end = marks
    if sentence.words[start + 1][:1].isupper() and sentence.parts[start - 1] == "NOUN":
        return None  # the title of something: »pjecen "Godt på vej"«
    pieces = [text_of(sentence, first, start), text_of(sentence, start + 1, end)]
    rest = text_of(sentence, end + 1, last)
    gap = "" if not rest or rest[0] in ",;:" else " "
    return Change(sentence.span(first, max(last, end + 1)), " ".join(pieces) + gap + rest)


def _personal(sentence: Sentence, _: str) -> Change | None:
    """A name before the office that signs alone, and for whoever is written to."""
    says = any(is_finite(sentence, token) for token in range(len(sentence.words)))
    if says or not _GREETS.isdisjoint(sentence.lowers):
        return None
    first, _last = body(sentence)
    return Change(sentence.span(first, first + 1), f"[udfyld: navn], {sentence.words[first]}")


_ANYWHERE: tuple[Way, ...] = (
    duty,
    borne,
    requested,
    asked,
    weighed,
    deemed,
    shown,
    unproven,
    unconfirmed,
    clashing,
)
"""Ways that know their own construction, whatever it is found for."""
_WAYS: Mapping[str, tuple[Way, ...]] = {
    "E01": (hindsight, too_late, duty),
    "E02": (after_all,),
    "E04": (weighed, deemed, shown, unproven, unconfirmed, clashing),
    "E05": (told, without_source, advised, of_anyone, too_late, duty),
    "E08": (seen, deemed, shown, told, weighed, _ours, acted),
    "E09": (weighed, _ours, acted),
    "E10": (requested, asked, told, acted),
    "E11": (told,),
    "E12": (_less_absolute,),
    "E14": (without_source, told),
    "E15": (_refused,),
    "E18": (weighed, deemed, shown, told, duty, _ours, acted),
    "E19": (_ours, acted),
    "E21": (_personal,),
    "E22": (_full_stop,),
    "E23": (_unquoted,),
    "E24": (told, left_out),
    "E25": (weighed, deemed, told, _ours, _refused),
    "E27": (left_out,),
    "E29": (left_out,),
    "E30": (duty, borne, may, told, _by_reader),
    "E32": (advised, useful, told, tips),
    "E33": (compared, example, told),
}
_MORE: Mapping[str, tuple[Way, ...]] = {
    "E10": (with_ground,),
    "E11": (with_outcome,),
    "E15": (with_other_way,),
    "E17": (with_purpose,),
    "E19": (with_date,),
    "E25": (with_reason, with_alternative),
}
