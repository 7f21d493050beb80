"""Rewrites that need no template: small words of tone go, and sentences that are nothing but tone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from traek.engine.rewriting.clause import is_finite_here
from traek.engine.rewriting.deletion import before_at, deleted
from traek.engine.rewriting.draft import Change, Draft
from traek.engine.rewriting.facts import soft_facts
from traek.engine.search import Hit
from traek.engine.tone import particles, quotations
from traek.model import Effect
from traek.reading import Sentence
from traek.rulepack import Rule

_TONE = frozenset("E05 E13 E16 E24 E27 E28 E29 E32 E33".split())
"""Categories whose marker is a remark about somebody, which the letter can do without.

The others carry the matter itself: what is asked for, decided or ruled, or how sorry somebody is.
There the words must be put in another way, and leaving them out would leave the reader without.
"""
_CLAUSES = frozenset("E05 E16 E32 E33".split())
"""Categories among them whose clause may go: the others' clause says what the main one is about."""
_DEFENCE = "E16"
"""Half of what defends is an answer as well: a clause of it may go, its sentence may not."""

_BLAME = frozenset({"E01", "E03", "E04"})
_MATTER = frozenset(
    "ikke aldrig mangler skal kan må bedes undladt undlod sendt oplyst betalt afgørelse afgørelsen "
    "vurderer vurderes vurderet lagt lægger grund".split()
)
"""Words by which a sentence of blame may also say what is missing, or what was decided."""
_SPARE = frozenset(
    "naturligvis selvfølgelig selvfølgeligt selvsagt mærkværdigvis hermed herved hertil heri herom "
    "herunder endvidere ydermere tillige således overhovedet simpelthen faktisk".split()
)
"""Adverbs that nobody misses; without »tilsyneladende« a guess would become a claim."""
_SORRY = frozenset(
    "beklager beklages beklage undskyld undskylder undskyldning ked kede ærgrer".split()
)
_TELLING = frozenset(
    "forklaring forklaringen forklaringer fremstilling bemærkning opfattelse opfattelsen optegnelser "
    "anledningen formål formålet afholdes betingelse betingelsen bestemmelse praksis tillægges "
    "underskrevet accepteret påpeget omtalt nævnt kontrollen begået fejl afgørelsen afgørelse "
    "tvivl tvivle beror målt målinger minut minutter time timer dage uger grund ansvar bidrager "
    "underbygget opmærksom forsinket venteliste ventelisten forhold forholdet reglen indtil "
    "påregnelig oplysning tilrådes konstateret vurderet omberammelse klik linjer tidspunkter "
    "dyrere gældende stillet svinger reserveret".split()
)
"""Words by which a remark also tells something: what was said, how long, on what ground."""
_STINGS = frozenset(
    "gider gidet kun bare blot alverden vilje bladre burde misforståelse misforståelser".split()
)
_STINGING = (
    "den slags, der",
    "er det altså ikke",
    "er det jo ikke",
    "det er jo ikke",
    "tak, fordi",
)
"""Words and phrases that sting as much without a small word beside them."""
_RULES_OUT = re.compile(r"\ber ikke e[nt] ")
"""»En altan er ikke en lagerplads« tells what is not allowed there."""
_SUPPOSED = frozenset({"have", "ville", "kunne", "skulle", "burde", "måtte"})
_KEPT = frozenset(
    "hjemmeside hjemmesiden telefon telefonen adressen ring ringe skriv skrive spørg spørge kontakt "
    "kontakte velkommen velkomne hjælper hjælpe anbefales frarådes foreslå midlerne budgettet flot forstår forstås tak glad dejligt skal "
    "foråret sommeren efteråret vinteren indgå indgår oplysninger oplysningerne oplysningen oplyst "
    "dokumentation erklæring fulgt følger".split()
) | {'"', ":"}
"""Words that show the reader a way on, oblige somebody or are meant well; and what is quoted."""
_SOLACE = frozenset(
    "desværre ked kede forstår forståelse rart trist ærgerligt svært hårdt ondt beklageligt "
    "plejer omvendt nemlig almindeligt naturligt normalt nervøs nervøse bekymret".split()
)
"""Words of sympathy and of an explanation, which stay however they are said."""
_FORMAL = frozenset({"meddeles", "meddele", "advarsel", "påbud"})
_EASED = frozenset({"kan", "er"})
_SAYING = frozenset({"nok", "vel", "dog", "netop"})
"""Particles that guess or set against: »Det skal nok gå« is not »Det skal gå«."""


_TOLD_IN_CLAUSES = frozenset({"E04", "E13"})
_OPENINGS = frozenset("hvis når såfremt da mens idet selvom dersom at".split())
_DENYING = frozenset({"står", "tillid", "begået", "ventelisten", "altid"})


def without_particles(hit: Hit) -> Iterator[Draft]:
    """The sentence without the nudging words inside the hit: jo, altså, bare, naturligvis."""
    rule, sentence = hit.owner, hit.sentence
    if not isinstance(rule, Rule) or rule.effect is not Effect.ESCALATES or not sentence.parts:
        return
    start, end = hit.match.start, hit.match.end
    inside = small_words(sentence, start, end)
    if stings_still(sentence, inside):
        return
    if len(inside) == end - start:
        yield from _drafted(hit, sentence, deleted("", start, end, sentence))
    elif len(inside) == 1:
        yield from _drafted(hit, sentence, deleted("", inside[0], inside[0] + 1, sentence))


def stings_still(sentence: Sentence, gone: list[int]) -> bool:
    """Whether the sentence nudges, or makes little of something, without the words as with them."""
    left = {word for token, word in enumerate(sentence.lowers) if token not in gone}
    text = " ".join(sentence.lowers)
    lifted = "men" in left and not {"rart", "man"}.isdisjoint(left)
    return lifted or not left.isdisjoint(_STINGS) or any(each in text for each in _STINGING)


def small_words(sentence: Sentence, start: int, end: int) -> list[int]:
    """The small words of tone among the tokens that may go without changing what is said."""
    quoted = quotations(sentence)
    small = particles(sentence) | {t for t, lower in enumerate(sentence.lowers) if lower in _SPARE}
    spared = {
        t
        for t in small
        if sentence.lowers[t] in _SAYING
        or t in quoted
        or _opens(sentence, t)
        or sentence.lowers[t - 1] == "rent"
        or _softens(sentence, t)
        or _leads_to(sentence, t)
    }
    return [t for t in range(start, end) if t in small - spared]


def _softens(sentence: Sentence, token: int) -> bool:
    """Whether the word makes little of what is asked for, or holds a formal phrase together.

    »Henvis blot til datoen«, »Det er bare en kort vej«, »Du kan bare skrive«; »meddeles hermed«.
    """
    lower = sentence.lowers[token]
    if lower in {"hermed", "herved"}:
        return not _FORMAL.isdisjoint(sentence.lowers)
    if lower not in {"bare", "blot"}:
        return False
    order = "Mood=Imp" in sentence.features[token - 1]
    near = {*sentence.lowers[max(0, token - 2) : token]}
    return order or bool(near & _EASED) or "skal" in near


def _leads_to(sentence: Sentence, token: int) -> bool:
    """Whether what follows needs the word: »således, at«, »blot at vente«, »Således oplyst«."""
    close = sentence.lowers[token + 1 : token + 2] == ["at"]
    following = sentence.features[token + 1 : token + 2]
    close = close or (token == 0 and any("VerbForm=Part" in each for each in following))
    return close or (sentence.lowers[token] == "således" and before_at(sentence, token + 1))


def _opens(sentence: Sentence, token: int) -> bool:
    """Whether the word joins what follows to what is before: »Vi forstår dig, dog må vi …«."""
    following = sentence.words[token + 1 : token + 2]
    return sentence.words[token - 1 : token] == [","] and following != [","]


def is_remark(hit: Hit) -> bool:
    """Whether the hit is a remark that a letter can do without."""
    if not isinstance(hit.owner, Rule):
        return False
    blames = hit.owner.category in _BLAME and _MATTER.isdisjoint(hit.sentence.lowers)
    return blames or hit.owner.category in _TONE


def without_remark(hit: Hit) -> Iterator[Draft]:
    """The letter without the clause, or the sentence, that is a remark and holds no fact.

    Never a whole paragraph: what would be left is for the writer to see.
    """
    sentence = hit.sentence
    if not is_remark(hit) or soft_facts(sentence) or _apologises(sentence):
        return
    category = hit.owner.category if isinstance(hit.owner, Rule) else ""
    if category in _CLAUSES:
        yield from _drafted(hit, sentence, _last_clause(hit))
    if category != _DEFENCE and not _is_behind(hit) and not _has_clauses(sentence, category):
        yield from _drafted(hit, sentence, whole_remark(sentence))


def _has_clauses(sentence: Sentence, category: str) -> bool:
    """Whether it has clauses where they tell what is doubted, or what is made little of."""
    return category in _TOLD_IN_CLAUSES and "," in sentence.words


def _last_clause(hit: Hit) -> Change | None:
    """The sentence without the clause of the hit, where that ends it and tells nothing of its own.

    A condition tells when the rest holds; and »…, hvilket rimer dårligt« is what it is all about.
    """
    sentence, start = hit.sentence, hit.match.start
    change = deleted("led", start, start, sentence)
    if change is None or change.text or _goes_on(sentence, change):
        return None
    gone = [t for t, at in enumerate(sentence.starts) if change.span.start <= at < change.span.end]
    words = [sentence.lowers[token] for token in gone]
    opening = [word for word in words if word != ","][:2]
    if not _OPENINGS.isdisjoint(opening[:1]) or opening in (["og", "så"], ["og", "at"]):
        return None
    return None if not _TELLING.isdisjoint(words) or not _DENYING.isdisjoint(words) else change


def _is_behind(hit: Hit) -> bool:
    """Whether the hit opens a clause behind a main one, which says something of its own."""
    sentence, start = hit.sentence, hit.match.start
    return sentence.words[start - 1 : start] == [","] and any(
        is_finite_here(sentence, token) for token in range(start)
    )


def whole_remark(sentence: Sentence) -> Change | None:
    """The change that takes the sentence out; None where it tells something, or is leant upon."""
    change = deleted("saetning", 0, 0, sentence)
    if change is None or change.text or change.span == (0, len(sentence.block.text)):
        return None
    if soft_facts(sentence) or not _KEPT.isdisjoint(sentence.lowers):
        return None
    told = _apologises(sentence) or _tells_what_was(sentence) or _advises(sentence)
    opens = sentence.lowers[0] in {"en", "et"}
    told = told or (opens and _RULES_OUT.search(" ".join(sentence.lowers)) is not None)
    told = told or not _TELLING.isdisjoint(sentence.lowers) or sentence.lowers[0] == "at"
    told = (
        told
        or {"indtryk", "at"} <= {*sentence.lowers}
        or {"gjort", "bekendt"} <= {*sentence.lowers}
    )
    told = told or any("Mood=Imp" in features for features in sentence.features)
    return None if told or not _SOLACE.isdisjoint(sentence.lowers) else change


def _goes_on(sentence: Sentence, change: Change) -> bool:
    return any(map(str.isalpha, sentence.block.text[change.span.end : sentence.ends[-1]]))


def _tells_what_was(sentence: Sentence) -> bool:
    """Whether something is told that happened, and not only what might have: »Du gav korte svar«."""
    pasts = [
        token
        for token in range(len(sentence.words))
        if is_finite_here(sentence, token) and "Tense=Past" in sentence.features[token]
    ]
    return bool(pasts) and all(sentence.lemmas[token] not in _SUPPOSED for token in pasts)


def _advises(sentence: Sentence) -> bool:
    """Whether it says what would be wise, and not only what would have been: »du burde få lys«."""
    words = sentence.lowers
    return "bør" in words or ("burde" in words and "have" not in words)


def _apologises(sentence: Sentence) -> bool:
    """Whether somebody is sorry in the sentence, however little that may be."""
    return not _SORRY.isdisjoint(sentence.lowers)


def _drafted(hit: Hit, sentence: Sentence, change: Change | None) -> Iterator[Draft]:
    if change is not None:
        yield Draft(sentence, (change,), frozenset({hit.owner.id}))
