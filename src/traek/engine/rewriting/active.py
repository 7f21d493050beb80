"""A passive without an agent turned into the active, with a subject that the rule gives."""

from __future__ import annotations

from traek.engine.clauses import is_verb
from traek.engine.passive import agent_of
from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.frame import Frame, frame_of, is_adverb
from traek.engine.rewriting.voice import Verbs, passive_at
from traek.inflection import inflected
from traek.reading import Sentence

_DENIED = frozenset({"ingen", "intet", "hverken"})
"""Subjects that deny cannot become objects: »ingen sag afvises«."""

_SEEN = frozenset({"ses", "sås"})
"""Passives of what lies open to anyone: no name is missing in »aflæsningen ses indberettet«."""

_ASKED = frozenset("at om hvem hvad hvor hvordan hvornår hvorfor hvorvidt".split())
"""Words that open the clause which »det« stands for."""

_OWN = frozenset({"sin", "sit", "sine", "sig"})
"""Words that speak of the subject, whoever that is after the turn."""
_SELF = frozenset({"blive", "være", "få", "kunne"})
"""Infinitives behind »for at« that tell what is to become of the passive's own subject."""

_LACKING = frozenset("ansøgning klage anmodning henvendelse indsigelse sag".split())
"""Nouns that only a headline has without an article: »Ansøgning om kørsel er behandlet«."""

_IN_THAT_CASE = frozenset({"i så fald", "i givet fald", "i det tilfælde"})
_ASKING = 3
_PRONOUN_WORDS = 1


_SENDERS = frozenset({"vi", "jeg"})
_DUTIES = frozenset("sørge sørger sørg ansvar ansvaret ansvarlig ansvarlige stå står".split())
"""Words before »for, at« that lay what follows on their own subject."""
_GIVEN = frozenset(
    "tildele tilkende tilbyde bevilge give overdrage pålægge fratage udlevere".split()
)
"""Verbs with somebody behind them: »Tiden er tildelt klubben« has two objects to put in order."""
_OWED = frozenset({"ansvar", "opgave", "pligt", "sag", "anliggende"})
"""Words before », at« that lay it on whose they are: »det er kundens ansvar, at«."""


def active(
    sentence: Sentence, near: tuple[int, int], subject: str, *, main: bool = False
) -> str | None:
    """The sentence, without opening and final signs, with one passive made active by `subject`.

    The passive is the first that ends in or after the tokens `near`. None where there is none,
    where it says by whom, or where it cannot be told what its subject is, and where it stands in a
    subordinate clause if it is to be the `main` one. A subject of three words asks: »Altanen
    ryddes« by »vi beder dig« is »Vi beder dig rydde altanen«.
    """
    for token in range(near[0], len(sentence.words)):
        verbs = passive_at(sentence, token)
        if verbs is not None and verbs.last >= near[0]:
            seen = subject.startswith("[") and sentence.lowers[verbs.last] in _SEEN
            if seen or agent_of(sentence, verbs.last) is not None or _unlike(sentence, verbs.last):
                return None
            ours = subject.startswith("[") or subject.split(maxsplit=1)[0] in _SENDERS
            if _leans_on_subject(sentence, verbs) or (
                ours and _reader_answers(sentence, verbs.finite)
            ):
                return None
            frame = frame_of(sentence, verbs.finite)
            if frame and frame.subordinate and (main or _names_an_act(sentence, frame)):
                return None
            if frame and len(subject.split()) == _ASKING and not subject.startswith("["):
                return _asked(sentence, frame, verbs, subject)
            return _turned(sentence, frame, verbs, subject) if frame else None
    return None


def _names_an_act(sentence: Sentence, frame: Frame) -> bool:
    """Whether »at« opens no clause: »Henvendelser om at få rådgivning besvares«."""
    opener = frame.opener[0]
    act = opener + 1 < len(sentence.words) and "VerbForm=Inf" in sentence.features[opener + 1]
    return sentence.lowers[opener] == "at" and act


def _reader_answers(sentence: Sentence, verb: int) -> bool:
    """Whether the clause hangs on somebody else's duty: »du skal sørge for, at posten læses«."""
    return any(
        (word in _DUTIES and sentence.lowers[token + 1 : token + 4] == ["for", ",", "at"])
        or (word in _OWED and sentence.lowers[token + 1 : token + 3] == [",", "at"])
        for token, word in enumerate(sentence.lowers[:verb])
    )


def _leans_on_subject(sentence: Sentence, verbs: Verbs) -> bool:
    """Whether what follows means the passive's subject: »lægges på sagen uden at blive besvaret«."""
    lowers, start = sentence.lowers, verbs.finite
    stop = next((t for t in range(verbs.last, len(lowers)) if lowers[t] in {",", ";", ":"}), None)
    if not _OWN.isdisjoint(lowers[start:stop]):
        return True
    return any(
        lowers[token : token + 2] == ["uden", "at"]
        or (
            lowers[token : token + 2] == ["for", "at"]
            and token + 2 < len(lowers)
            and (lowers[token + 2] in _SELF or "Voice=Pass" in sentence.features[token + 2])
        )
        for token in range(start, len(lowers))
    )


def _asked(sentence: Sentence, frame: Frame, verbs: Verbs, request: str) -> str | None:
    """The clause as a request; None where it says more than that something is to be done."""
    word, lemma = sentence.lowers[verbs.last], sentence.lemmas[verbs.last]
    act = inflected(word, "infinitiv,aktiv", "VERB", lemma)
    plain = verbs.finite == verbs.last and not frame.subordinate
    if act is None or not plain or frame.adverbs[1] > frame.adverbs[0]:
        return None
    asker, asks, asked = request.split()
    return _turned(sentence, frame, Verbs(verbs.finite, verbs.last, asks, f"{asked} {act}"), asker)


def _unlike(sentence: Sentence, last: int) -> bool:
    """Whether what follows makes it no plain passive: »af udvalget«, »ses at være modtaget«."""
    after = sentence.lowers[last + 1 : last + 5]
    receiver = {"NOUN", "PROPN", "DET", "PRON", "ADJ"} & {*sentence.parts[last + 1 : last + 2]}
    if receiver and sentence.lemmas[last] in _GIVEN and sentence.lowers[0] != "der":
        return True
    if sentence.lemmas[last] == "drøfte" and after[:1] == ["med"]:  # the reader would discuss it
        return True
    if after[:1] == ["af"] and after[1:2] not in (["hensyn"], ["denne"], ["den"], ["disse"]):
        return True
    return "at" in after and "," not in after[: after.index("at")] and after[0] in {"at", "ikke"}


def _turned(sentence: Sentence, frame: Frame, verbs: Verbs, subject: str) -> str | None:
    """The clause put together anew, between what stands before and after it."""
    _, end = body(sentence)
    if _goes_on(sentence, verbs.last + 1):
        return None
    middle = range(frame.after, verbs.last)
    kept = [
        token
        for token in middle
        if not is_verb(sentence, token)
        or sentence.lowers[token] not in {"blive", "blevet", "være", "kunne"}
    ]
    adverbs, others = _sorted(sentence, frame, kept)
    if others and others != list(range(others[0], others[-1] + 1)):
        return None
    if any(is_verb(sentence, token) for token in others):
        return None
    thing = _object(sentence, frame, verbs)
    asked = sentence.lemmas[verbs.last] == "bede"
    behind = max(verbs.last + 1, frame.after)
    twice = thing and (
        (others and sentence.parts[behind : behind + 1] == ["NOUN"])
        or sentence.words[behind : behind + 1][:1] in (["os"], ["mig"], ["dig"], ["Dem"], ["jer"])
    )
    particle = thing and "," in thing and sentence.lowers[behind:end] in (["op"], ["med"])
    if twice or particle or thing is None or (asked and thing not in {"dig", "Dem", "jer"}):
        return None  # two objects, or »værktøj, som mangler, tages op«
    stranded = thing and _stranded(sentence, verbs.last + 1)
    if stranded:  # »Sagen vil blive set på igen« is »Vi ser på sagen igen«
        thing = f"{sentence.words[verbs.last + 1]} {thing}"
        behind = max(behind, verbs.last + 2)
    rest = text_of(sentence, behind, end)
    tail = text_of(sentence, others[0], others[-1] + 1) if others else ""
    if "," in thing and (tail or rest[:1].isalnum()):
        thing += ","
    front = text_of(sentence, *frame.front)
    small = " ".join(sentence.words[token] for token in adverbs)
    opener = text_of(sentence, *frame.opener)
    light = (
        not (verbs.infinite or stranded) and frame.subject[1] - frame.subject[0] == _PRONOUN_WORDS
    )
    shifted = thing if light and sentence.parts[frame.subject[0]] == "PRON" else ""
    later = "" if shifted else thing
    if frame.subordinate:
        words = [opener, subject, small, verbs.new_finite, verbs.infinite, thing, tail]
    elif frame.inverted:
        words = [
            opener,
            front,
            verbs.new_finite,
            subject,
            shifted,
            small,
            verbs.infinite,
            later,
            tail,
        ]
    elif tail and not thing:  # »Der er i maj skiftet system«: the thing itself stands in the rest
        words = [opener, tail, verbs.new_finite, subject, small, verbs.infinite]
    else:
        words = [opener, subject, verbs.new_finite, shifted, small, verbs.infinite, later, tail]
    first, _ = body(sentence)
    before = text_of(sentence, first, frame.start)
    clause = " ".join(filter(None, words))
    return _joined(before, clause, rest)


def _sorted(sentence: Sentence, frame: Frame, kept: list[int]) -> tuple[list[int], list[int]]:
    """Which of the words between the verbs stand with the finite verb, and which further back."""
    moved = next((n for n, t in enumerate(kept) if not _moves(sentence, t)), len(kept))
    adverbs = [*range(*frame.adverbs), *kept[:moved], *_late(sentence, kept[moved:])]
    others = [token for token in kept[moved:] if not is_adverb(sentence, token)]
    if " ".join(sentence.lowers[token] for token in others) in _IN_THAT_CASE:
        return [*others, *adverbs], []
    return adverbs, others


def _moves(sentence: Sentence, token: int) -> bool:
    return is_adverb(sentence, token) or sentence.parts[token] == "ADV"


def _late(sentence: Sentence, tokens: list[int]) -> list[int]:
    """The small adverbs behind other words: »er den 3. maj ikke blevet«."""
    return [token for token in tokens if is_adverb(sentence, token)]


def _goes_on(sentence: Sentence, token: int) -> bool:
    """Whether a second verb shares the passive's subject: »er modtaget og vil blive behandlet«."""
    while token < len(sentence.words) - 1 and sentence.words[token] not in {";", ":"}:
        token += 1
        if sentence.words[token - 1] == ",":  # »er noteret, men ændrer ikke opgørelsen«
            joins = sentence.lowers[token] in {"og", "men", "samt"}
            if joins:
                return is_verb(sentence, min(token + 1, len(sentence.words) - 1))
            continue  # »opført, før planen blev vedtaget, og kan derfor ikke«
        joined = sentence.lowers[token - 1] in {"og", "eller", "men", "samt"}
        adjective = sentence.parts[token] == "ADJ"
        part = sentence.lowers[token].endswith("t" if adjective else "eret")
        if joined and (
            part or is_verb(sentence, token) or "Voice=Pass" in sentence.features[token]
        ):
            return True
    return False


def _stranded(sentence: Sentence, token: int) -> bool:
    """Whether a preposition stands there without its noun: »set på igen«."""
    after = sentence.lowers[token : token + 2]
    alone = after[1:] in (["igen"], ["med"], []) or not after[1][0].isalnum()
    return after[:1] == ["på"] and alone


def _object(sentence: Sentence, frame: Frame, verbs: Verbs) -> str | None:
    """What the passive's subject is as an object; empty for »der« and for »det« before »at«."""
    start, end = frame.subject
    if _DENIED & set(sentence.lowers[start:end]):
        return None
    lower = sentence.lowers[start]
    behind = max(verbs.last + 1, end)
    following = sentence.lowers[behind : behind + 2]
    if end - start == _PRONOUN_WORDS:
        if lower == "der":
            return ""
        if lower == "det" and (not _ASKED.isdisjoint(following) or _clause_comes(sentence, behind)):
            return ""
        if sentence.parts[start] == "PRON":
            word = sentence.words[start]
            polite = word == "De" or (word != "I" and lower == word)
            thing = inflected(word if polite or word == "I" else lower, "genstand", "PRON")
            return thing or (lower if lower in {"det", "den", "dette", "denne"} else None)
    if lower in _LACKING and "Definite=Def" not in sentence.features[start]:
        known = inflected(lower, "bestemt", "NOUN")  # »Ansøgning om kørsel er behandlet«
        return f"{known} {text_of(sentence, start + 1, end)}".strip(" ,") if known else None
    return inner(sentence, start, end).rstrip(" ,")


def _clause_comes(sentence: Sentence, token: int) -> bool:
    """Whether only an adverb or a phrase stands before », at«: »vurderes på den baggrund, at«."""
    while token < len(sentence.words) and sentence.words[token] not in {",", ";", ":"}:
        if is_verb(sentence, token):
            return False
        token += 1
    return not _ASKED.isdisjoint(sentence.lowers[token + 1 : token + 2])


def _joined(before: str, clause: str, rest: str) -> str:
    text = f"{before} {clause}" if before else clause
    if not rest:
        return text
    return f"{text}{rest}" if rest[0] in ",;:)" else f"{text} {rest}"
