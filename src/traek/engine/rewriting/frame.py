"""How a clause is built: what stands first, its subject, its finite verb, its small adverbs.

Danish main clauses have the finite verb second (»Derfor har vi ikke svaret«), subordinate clauses
have it after the adverbs (»fordi vi ikke har svaret«). Told by form and order; where these leave
it open the parser is asked, and where that has not run, nothing is said.
"""

from __future__ import annotations

from typing import NamedTuple

from traek.dates import DAYS, MONTHS
from traek.engine.clauses import is_coordination, is_finite
from traek.engine.rewriting.clause import is_pronoun, subject_after
from traek.engine.rewriting.cutting import body
from traek.engine.tokens import PLACEHOLDER
from traek.reading import Sentence

SUBORDINATORS = frozenset(
    "at hvis når fordi da som der om mens før inden selvom skønt medmindre såfremt eftersom siden"
    " hvor hvordan hvorfor hvornår hvad hvem hvorvidt idet ifald".split()
)
_ONLY_AFTER_COMMA = frozenset({"der", "da", "før", "inden", "om", "siden", "som", "hvor", "mens"})
_ALSO_PREPOSITIONS = frozenset({"før", "inden", "om", "siden", "som", "efter"})
ADVERBS = frozenset(
    "ikke aldrig altid stadig endnu også dog derfor desværre allerede nu kun netop faktisk normalt"
    " ofte tidligere derefter samtidig heller snart straks muligvis formentlig naturligvis jo da vel"
    " nok bare blot gerne fortsat hidtil efterfølgende imidlertid således hermed herefter derudover"
    " automatisk endelig først igen omgående ligeledes venligst alligevel altså måske angiveligt dermed derved ellers snarest".split()
)
_TIMES = frozenset((*DAYS, *MONTHS, "jul", "påske", "uge", "måned", "år", "dag", "gang"))
_HANGING = frozenset("herom herfor heraf herover herpå hertil derom deraf dertil derover".split())
"""Words that belong to the noun before them: »mails herom ikke læses«."""

_ALONE = frozenset({"jeg", "du", "vi", "man", "han", "hun", "I"})
"""Subjects that no noun follows as a part of them, but »vi forældre«."""
_MORE = frozenset({"yderligere", "flere", "eventuelle", "gentagne", "fremtidige", "øvrige"})
"""Words that begin a subject, and are taken for adverbs: »yderligere breve«."""

_NOMINATIVE = frozenset("jeg du vi man han hun De I der".split())
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_DIVIDERS = frozenset({";", ":"})
_BEFORE_TIME = {
    "den": frozenset("dag aften morgen nat uge gang".split()),
    "hele": frozenset({"vejen", "tiden"}),
    "i": frozenset("år dag går aftes morges forgårs".split()),
    "netop": frozenset({"i", "den", "nu"}),
}
"""Words that open a time between subject and verb, with what follows: »afdelingen den aften havde«."""


class Frame(NamedTuple):
    """A clause in its parts, as ranges of tokens; an empty range is where the part would stand.

    `start` is the clause's first token, an opening conjunction included; `front` is what stands
    before the verb of an inverted clause; `adverbs` are those that the word order moves.
    """

    start: int
    opener: tuple[int, int]
    front: tuple[int, int]
    subject: tuple[int, int]
    finite: int
    adverbs: tuple[int, int]
    subordinate: bool

    @property
    def inverted(self) -> bool:
        """Whether the verb stands before its subject."""
        return self.finite < self.subject[0]

    @property
    def after(self) -> int:
        """The first token after subject, finite verb and adverbs."""
        return max(self.finite + 1, self.subject[1], self.adverbs[1])


def frame_of(sentence: Sentence, finite: int) -> Frame | None:
    """The frame of the clause with this finite verb, or None where it cannot be told."""
    start = _start(sentence, finite)
    if start is None:
        return None
    opener = _opener(sentence, start, finite)
    content = opener[1]
    if _subordinates(sentence, start) and opener != (start, start):
        return _subordinate(sentence, start, opener, finite)
    first = _first_part(sentence, content, finite) if content < finite else None
    if first == "subject":
        after = adverbs_from(sentence, finite + 1)
        nothing = (content, content)
        return Frame(start, opener, nothing, (content, finite), finite, after, subordinate=False)
    subject = subject_after(sentence, finite) if first else None
    if subject is None:
        return None
    after = adverbs_from(sentence, subject[1])
    return Frame(start, opener, (content, finite), subject, finite, after, subordinate=False)


def first_finite(sentence: Sentence, start: int, end: int) -> int | None:
    """The first finite verb among the tokens that is not in a clause of its own behind a comma."""
    for token in range(start, end):
        if sentence.words[token] in {",", *_DIVIDERS} and token > start:
            return None
        if is_finite(sentence, token):
            return token
    return None


def is_adverb(sentence: Sentence, token: int) -> bool:
    """Whether the token is one of the small adverbs that stand with the finite verb."""
    return sentence.lowers[token] in ADVERBS


def _start(sentence: Sentence, finite: int) -> int | None:
    """The first token of the clause; None where a comma before the verb leaves it open."""
    first, _ = body(sentence)
    token = finite
    while token > first:
        before, lower = sentence.words[token - 1], sentence.lowers[token]
        if before in _DIVIDERS:
            return token
        if before == ",":
            if _subordinates(sentence, token) or sentence.parts[token] == "CCONJ":
                return token
            if token == finite and _fronts(sentence, first, token):
                return first
            return token if _opens_with_subject(sentence, token, finite) else None
        if (
            _subordinates(sentence, token) and lower in SUBORDINATORS - _ONLY_AFTER_COMMA
        ) or _coordinates(sentence, token, first):
            return token
        token -= 1
    return first


def _coordinates(sentence: Sentence, token: int, first: int) -> bool:
    """Whether »og« begins a new clause and does not join two nouns: »regnskab og rapport skal«."""
    return is_coordination(sentence, token) and any(
        is_finite(sentence, before) for before in range(first, token)
    )


def _subordinates(sentence: Sentence, token: int) -> bool:
    """Whether the token opens a subordinate clause and is no preposition: »inden fredag«."""
    lower = sentence.lowers[token]
    if lower in _ALSO_PREPOSITIONS:
        following = sentence.lowers[token + 1 : token + 2]
        time = bool(following) and (
            following[0] in {*_TIMES, PLACEHOLDER} or following[0][0].isdigit()
        )
        if time or sentence.parts[token] == "ADP":
            return False
    return lower in SUBORDINATORS


def _fronts(sentence: Sentence, first: int, token: int) -> bool:
    """Whether what stands before the comma is a clause in front of the verb, or its subject."""
    condition = is_finite(sentence, first) and sentence.words[first:token].count(",") == 1
    return condition or _subordinates(sentence, first) or _relative(sentence, token)


def _relative(sentence: Sentence, token: int) -> bool:
    """Whether the comma before the token ends a clause inside the subject: »de bilag, som …, er«."""
    first, _ = body(sentence)
    commas = [t for t in range(first + 1, token - 1) if sentence.words[t] == ","]
    if len(commas) != 1 or sentence.parts[first] not in _NOMINAL:
        return False
    opening = sentence.lowers[commas[0] + 1]
    return opening in {"som", "der"} or is_pronoun(sentence, commas[0] + 1)


def _opens_with_subject(sentence: Sentence, token: int, finite: int) -> bool:
    return token + 1 == finite and is_pronoun(sentence, token)


def _opener(sentence: Sentence, start: int, finite: int) -> tuple[int, int]:
    """The conjunction that opens the clause, as a range."""
    fronted = _subordinates(sentence, start) and "," in sentence.words[start:finite]
    first = start == body(sentence)[0] and _stands_as_subject(sentence, start, finite)
    if fronted or first:
        return start, start
    conjunction = sentence.parts[start] == "CCONJ" or _subordinates(sentence, start)
    return start, start + conjunction


def _stands_as_subject(sentence: Sentence, start: int, finite: int) -> bool:
    """»Der er truffet …«, »Da kommer …«: a first word before the verb that opens no clause."""
    return finite == start + 1 and sentence.lowers[start] in {"der", "da", "om", "før"}


def _subordinate(
    sentence: Sentence, start: int, opener: tuple[int, int], finite: int
) -> Frame | None:
    content = opener[1]
    first = finite
    while first > content and is_adverb(sentence, first - 1):
        first -= 1
    if first == content or not _may_have_subject(sentence, opener, content):
        return None
    end = _subject_end(sentence, content, first)
    if end is None or "," in sentence.words[end:finite]:
        return None
    end = next((t for t in range(content + 1, end) if _adverbs_begin(sentence, t)), end)
    subject, adverbs = (content, end), (end, finite)
    return Frame(start, opener, (content, content), subject, finite, adverbs, subordinate=True)


def _adverbs_begin(sentence: Sentence, token: int) -> bool:
    """Whether adverbs begin here: »ælde ikke i sig selv udgør«, »du til enhver tid kan«, »vi den dag«."""
    lower, following = sentence.lowers[token], sentence.lowers[token + 1 : token + 2]
    if lower in {"ikke", "aldrig"}:
        return sentence.parts[token + 1 : token + 2] != ["ADJ"]
    if lower in _BEFORE_TIME:
        return bool(following) and following[0] in _BEFORE_TIME[lower]
    return lower == "til" and sentence.lowers[token + 1 : token + 3] == ["enhver", "tid"]


def _may_have_subject(sentence: Sentence, opener: tuple[int, int], content: int) -> bool:
    """Whether a subject can stand behind the opening word: not behind »der«, which is one itself."""
    opening = sentence.lowers[opener[0]] if opener[1] > opener[0] else ""
    return opening != "der" and (opening != "som" or sentence.parts[content] in _NOMINAL)


def _subject_end(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the subject of a subordinate clause ends and adverbs begin: »du i maj«, »vi først«."""
    if _is_alone(sentence, start, end):
        return start + 1
    for token in range(start, end) if sentence.heads else ():
        if sentence.relations[token].startswith("nsubj") and sentence.parts[token] in _NAMING:
            stop = _below(sentence, token, end)
            if stop < end and sentence.parts[stop] == "ADP":
                return stop if sentence.parts[token] == "PROPN" else None
    while end - 1 > start and _is_loose(sentence, end - 1):
        if sentence.lowers[end - 1] in _HANGING and sentence.parts[end - 2] == "NOUN":
            break
        end -= 1
    return end


def _is_loose(sentence: Sentence, token: int) -> bool:
    """Whether the last word before the verb is an adverb: »forklaringer jævnligt forekommer«."""
    return sentence.parts[token] == "ADV" or sentence.lowers[token].endswith("ligt")


def _is_alone(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the first word is a pronoun and the whole subject: »du i maj«, but not »de bilag«."""
    if end == start + 1:
        return True
    following = sentence.parts[start + 1]
    if sentence.words[start] in _ALONE or sentence.lowers[start] in _ALONE - {"I"}:
        return following != "NOUN"
    if sentence.parts[start] == "PROPN" and "Definite=Def" in sentence.features[start + 1]:
        return following == "NOUN"
    if sentence.lowers[start] in {"den", "det", "de"} and sentence.words[start] != "De":
        return following in {"ADV", "ADP"}
    pronoun = is_pronoun(sentence, start) or sentence.lowers[start] == "der"
    return pronoun and following not in _NOMINAL


def _below(sentence: Sentence, noun: int, end: int) -> int:
    """The first token behind the noun that does not hang on it."""
    stop = noun + 1
    while stop < end and sentence.hangs_on(stop, noun):
        stop += 1
    return stop


def _first_part(sentence: Sentence, start: int, finite: int) -> str | None:
    """»subject« or »front«: what stands before the verb of a main clause; None where it is unsure."""
    lower, part = sentence.lowers[start], sentence.parts[start]
    if "," in sentence.words[start:finite] and lower in SUBORDINATORS:
        return "front"
    followed = sentence.words[finite + 1 : finite + 2]
    nominative = bool(followed) and followed[0] in _NOMINATIVE
    alone = finite == start + 1 and (is_pronoun(sentence, start) or lower == "der")
    if alone and (not nominative or lower not in {"det", "den"}):
        return "subject"
    if nominative:
        return "front"
    named = lower in _MORE and sentence.parts[start + 1 : start + 2] == ["NOUN"]
    if (part not in _NOMINAL and not named) or is_time(sentence, start, finite):
        return "front"
    return None if _parsed_behind(sentence, finite) else "subject"


def is_time(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens name a time: »den 3. maj«, »denne uge«."""
    words = sentence.lowers[start:end]
    if "ADP" in sentence.parts[start:end]:
        return False
    return any(word in _TIMES or word[0].isdigit() for word in words)


def _parsed_behind(sentence: Sentence, finite: int) -> bool:
    """Whether the parser sees a subject right behind the verb."""
    after = subject_after(sentence, finite) if sentence.heads else None
    if after is None or any(w[0].isdigit() for w in sentence.words[slice(*after)]):
        return False
    return any(sentence.relations[token].startswith("nsubj") for token in range(*after))


def adverbs_from(sentence: Sentence, start: int) -> tuple[int, int]:
    """The small adverbs that begin at the token, as a range that may be empty."""
    end = start
    while end < len(sentence.words) and is_adverb(sentence, end):
        end += 1
    return start, end
