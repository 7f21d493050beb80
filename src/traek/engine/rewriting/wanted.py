"""What is asked for or weighed, by a »vi« and a »du« instead of by nobody."""

from __future__ import annotations

from traek.engine.address import turned
from traek.engine.clauses import is_finite
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.draft import Change
from traek.inflection import inflected
from traek.reading import Sentence

_DONE = frozenset({"have", "være"})
_PRONOUNS = frozenset({"du", "de", "i"})
_WEIGHED = frozenset({"vægt", "betydning", "værdi"})
_MODALS = frozenset({"kan", "kunne", "vil", "har"})
_NEAR = 6
_TAKEN = frozenset(
    {"tage", "afklare", "spørge", "undersøge", "søge", "kontakte", "henvende", "rette", "melde"}
)
_FOUND = frozenset({"ses", "findes", "skønnes", "vurderes"})
_UNPROVEN = frozenset(
    {"dokumenteret", "underbygget", "godtgjort", "bekræftet", "bestyrket", "sandsynliggjort"}
)
_YOURS = frozenset({"din", "deres", "jeres"})


def requested(sentence: Sentence, form: str) -> Change | None:
    """»Materialet bedes sendt inden maj« is »Vi beder dig sende materialet inden maj«."""
    first, last = body(sentence)
    if (
        sentence.lowers[first] in {"der", "det"}
        or sentence.lowers.count("bedes") != 1
        or not _DONE.isdisjoint(sentence.lowers)
    ):
        return None
    if any(
        part == "PRON" and sentence.lowers[t] in _PRONOUNS for t, part in enumerate(sentence.parts)
    ):
        return None
    asked = sentence.lowers.index("bedes")
    if not _MODALS.isdisjoint(sentence.lowers[:asked]):  # »kan bedes om at komme«
        return None
    whom = turned("dig", form)
    verb = next((t for t in range(asked + 1, last) if _is_act(sentence, t)), None)
    if verb is None or any(sentence.words[t] in {",", ":"} for t in range(first, verb)):
        return None
    if "VerbForm=Inf" in sentence.features[verb]:
        return _requested_of(sentence, asked, verb) if asked > first else None
    act = inflected(sentence.lowers[verb], "infinitiv,aktiv", "VERB", sentence.lemmas[verb])
    return _with_act(sentence, asked, verb, f"{whom} {act}") if act else None


def asked(sentence: Sentence, form: str) -> Change | None:
    """»…, bedes du ringe« is »…, beder vi dig ringe«, and »som du bedes udfylde« is turned alike."""
    if sentence.lowers.count("bedes") != 1 or sentence.words[-1] == "?":
        return None
    token, reader = sentence.lowers.index("bedes"), turned("du", form)
    whom = turned("dig", form)
    if sentence.words[token + 1 : token + 2] == [reader] and token > 0:
        return Change(sentence.span(token, token + 2), f"beder vi {whom}")
    opened = sentence.lowers[max(0, token - 2) : token - 1]
    if sentence.words[token - 1] == reader and opened in (["som"], ["at"], ["hvis"]):
        return Change(sentence.span(token - 1, token + 1), f"vi beder {whom}")
    return None


def _with_act(sentence: Sentence, asked: int, verb: int, whom_act: str) -> Change | None:
    first, last = body(sentence)
    rest = text_of(sentence, verb + 1, last)
    if _has_noun(sentence, first, asked) and sentence.parts[first] != "ADP":
        whom, act = whom_act.split(maxsplit=1)
        small = text_of(sentence, asked + 1, verb)
        return _anew(
            sentence, f"vi beder {whom} {small} {act} {inner(sentence, first, asked)}", rest
        )
    if not _has_noun(sentence, asked + 1, verb):
        return None
    front, thing = text_of(sentence, first, asked), text_of(sentence, asked + 1, verb)
    return _anew(sentence, f"{front} beder vi {whom_act} {thing}", rest)


def _is_act(sentence: Sentence, token: int) -> bool:
    """Whether the token is an infinitive or a participle, and not one that describes: »det vedlagte«."""
    forms = sentence.features[token]
    describes = (
        sentence.parts[token - 1] in {"DET", "ADP", "ADJ"} or sentence.lowers[token][-1] == "e"
    )
    acts = "VerbForm=Part" in forms and not describes
    return sentence.parts[token] == "VERB" and (acts or "VerbForm=Inf" in forms)


def _requested_of(sentence: Sentence, asked: int, verb: int) -> Change | None:
    """»Begge forældre bedes deltage« is »Vi beder begge forældre deltage«."""
    first, last = body(sentence)
    pronoun = sentence.parts[first] == "PRON" or sentence.lowers[first] in {"øvrige", "de", "i"}
    pronoun = pronoun or sentence.lemmas[verb] in {"ske", "foregå", "være"}
    if pronoun or not _has_noun(sentence, first, asked) or sentence.parts[first] in {"ADP", "ADV"}:
        return None
    small = text_of(sentence, asked + 1, verb)
    text = f"vi beder {inner(sentence, first, asked)} {small}"
    return _anew(sentence, text, text_of(sentence, verb, last))


def _has_noun(sentence: Sentence, start: int, end: int) -> bool:
    return any(part in {"NOUN", "PROPN"} for part in sentence.parts[start:end])


def weighed(sentence: Sentence, _: str) -> Change | None:
    """»Brevet kan ikke tillægges vægt« is »Vi kan ikke lægge vægt på brevet«."""
    first, last = body(sentence)
    verb = next((t for t in range(first, last) if sentence.lowers[t] == "tillægges"), None)
    if verb is None or sentence.words[-1] == "?":
        return None
    modal = next((t for t in range(verb - 1, first, -1) if is_finite(sentence, t)), None)
    if modal is None and is_finite(sentence, verb):
        return None if "at" in sentence.lowers[first:verb] else _little(sentence, verb)
    noun = next(
        (t for t in range(verb, min(verb + 4, last)) if sentence.lowers[t] in _WEIGHED), None
    )
    if modal is None or noun is None or sentence.lowers[modal] not in _MODALS:
        return None
    small = sentence.lowers[modal + 1 : verb]
    if "ikke" not in small or not {*small} <= {"ikke", "derfor", "dog", "således", "heller", "nok"}:
        return None
    thing = inner(sentence, first, modal).rstrip(" ,")
    if sentence.lowers[first] == "at" and _is_one_clause(sentence, first, modal):
        thing = f", {thing}"
    elif not _is_thing(sentence, first, modal) or "for" in sentence.lowers[noun:last]:
        return None
    kind = text_of(sentence, verb + 1, noun)
    words = f"vi {sentence.lowers[modal]} {' '.join(small)} lægge {kind} vægt på {thing}"
    rest = text_of(sentence, noun + 1, last)
    comma = "," if "," in thing and rest and rest[0].isalnum() else ""
    return _anew(sentence, words.replace(" , ", ", ") + comma, rest)


def _is_one_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens are an at-clause alone, up to its comma."""
    return sentence.words[start:end].count(",") == 1 and sentence.words[end - 1] == ","


def _little(sentence: Sentence, verb: int) -> Change | None:
    """»Fotos tillægges begrænset vægt« is »Vi lægger begrænset vægt på fotos«."""
    first, last = body(sentence)
    near = range(verb, min(verb + _NEAR, last))
    noun = next((t for t in near if sentence.lowers[t] in _WEIGHED), None)
    if noun is None or not _is_thing(sentence, first, verb):
        return None
    thing, kind = inner(sentence, first, verb).rstrip(" ,"), text_of(sentence, verb + 1, noun)
    rest = text_of(sentence, noun + 1, last)
    comma = "," if "," in thing and rest and rest[0].isalnum() else ""
    return _anew(sentence, f"vi lægger {kind} vægt på {thing}{comma}", rest)


def _is_thing(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens are one noun phrase, perhaps with a clause of its own."""
    told = next((t for t in range(start, end) if sentence.words[t] == ","), end)
    opens = sentence.parts[start] in {"NOUN", "DET", "ADJ", "PRON", "NUM"}
    joins = {"og", "men"} & {*sentence.lowers[start:end]}
    closed = told == end or sentence.words[end - 1] == ","
    return opens and closed and not joins and _has_noun(sentence, start, told)


def unproven(sentence: Sentence, _: str) -> Change | None:
    """»Oplysningen om, at …, er ikke dokumenteret« is »Vi mangler dokumentation for, at …«."""
    _first, last = body(sentence)
    found = _claimed(sentence, "er")
    if found is None or _UNPROVEN.isdisjoint(sentence.lowers[found[1] : last]):
        return None
    what = text_of(sentence, *found)
    if sentence.lowers[last - 1] == "dokumenteret":
        return said_anew(sentence, f"vi mangler dokumentation for, {what.rstrip(', ')}")
    return said_anew(sentence, f"vi har ikke oplysninger, der viser, {what.rstrip(', ')}")


def unconfirmed(sentence: Sentence, _: str) -> Change | None:
    """»Oplysningen om, at …, har vi ikke kunnet få bekræftet« begins with »vi«."""
    _first, last = body(sentence)
    found = _claimed(sentence, "har")
    if found is None or sentence.lowers[found[1] + 1 : found[1] + 3] != ["vi", "ikke"]:
        return None
    what = text_of(sentence, *found).rstrip(", ")
    return said_anew(sentence, f"vi har {text_of(sentence, found[1] + 2, last)}, {what}")


def _claimed(sentence: Sentence, verb: str) -> tuple[int, int] | None:
    """The at-clause of »Din oplysning om, at …,« before a denied `verb`, up to that."""
    first, last = body(sentence)
    told = first + (sentence.lowers[first] in _YOURS)
    if sentence.lowers[told + 1 : told + 4] != ["om", ",", "at"]:
        return None
    ends = (t for t in range(last - 1, told, -1) if sentence.lowers[t - 1 : t + 1] == [",", verb])
    end = next(ends, None)
    near = end is not None and last - end <= _NEAR and "ikke" in sentence.lowers[end:last]
    return (told + 3, end) if end is not None and near else None


_CLASHES = frozenset({"stemmer", "svarer", "passer", "harmonerer", "rimer"})


def clashing(sentence: Sentence, _: str) -> Change | None:
    """»…, hvilket ikke stemmer med registret« is »… Det stemmer ikke med registret«."""
    first, last = body(sentence)
    start = next((t for t in range(last) if sentence.lowers[t : t + 2] == [",", "hvilket"]), None)
    verb = next((t for t in range(start or last, last) if sentence.lowers[t] in _CLASHES), None)
    if start is None or verb is None or "," in sentence.words[start + 1 :]:
        return None
    small = sentence.lowers[start + 2 : verb]
    if "ikke" not in small or not {*small} <= {"ikke", "helt", "særlig", "dog"}:
        return None
    before, rest = text_of(sentence, first, start), text_of(sentence, verb + 1, last)
    words = f"{sentence.lowers[verb]} {' '.join(s for s in small if s != 'dog')}"
    return said_anew(sentence, f"{before}. Det {words} {rest}")


def may(sentence: Sentence, form: str) -> Change | None:
    """»Det må du tage op med banken« is »Det kan du tage op med banken«."""
    reader = turned("du", form)
    last = body(sentence)[1] - 1
    if is_finite(sentence, 0) and sentence.lowers[0] != "kommer":
        return None  # »Vælger du forkert, må du søge igen« obliges
    takes = "tage" in sentence.lowers and "op" not in sentence.lowers
    if takes or sentence.lowers[last] in {"om", "afklare"}:
        return None  # »Rebet må I tage ned« may allow, and »tage dig sammen« scolds
    for token in range(1, len(sentence.words) - 2):
        if sentence.lowers[token] in {"må", "skal"} and sentence.words[token + 1] == reader:
            after = token + 2 + (sentence.lowers[token + 2] == "selv")
            if sentence.lemmas[min(after, len(sentence.words) - 1)] in _TAKEN:
                return Change(sentence.span(token, after), f"kan {reader}")
    return None


def _anew(sentence: Sentence, words: str, rest: str) -> Change | None:
    space = "" if rest[:1] in {",", ";", ""} else " "
    return said_anew(sentence, " ".join(words.split()) + space + rest)


def seen(sentence: Sentence, _: str) -> Change | None:
    """»En afmelding ses ikke at være indgået« is »Vi kan ikke se, at en afmelding er indgået«."""
    first, last = body(sentence)
    found = next((t for t in range(first, last) if sentence.lowers[t] in _FOUND), None)
    if found is None or not is_finite(sentence, found) or "," in sentence.words[first:found]:
        return None
    denied = sentence.lowers[found + 1 : found + 2] == ["ikke"]
    act = found + 2 + denied
    if sentence.lowers[act - 1 : act] != ["at"] or "VerbForm=Inf" not in sentence.features[act]:
        return None
    now = inflected(sentence.lowers[act], "præsens", "VERB", sentence.lemmas[act])
    subject = sentence.parts[first] in {"NOUN", "DET", "ADJ", "PRON", "NUM"}
    subject = subject or sentence.lowers[first:found] == ["der"]
    if now is None or not subject:
        return None
    judge = "vi kan ikke se" if denied else "vi kan se"
    if sentence.lowers[found] != "ses":
        judge = "vi vurderer ikke" if denied else "vi vurderer"
    words = f"{judge}, at {inner(sentence, first, found)} {now}"
    return _anew(sentence, words, text_of(sentence, act + 1, last))
