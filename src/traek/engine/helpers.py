"""What rules may ask of a token by name: passive, order, who acts, how sure the writer is.

Each takes a sentence that the grammar has annotated and gives the tokens that fit; none needs the
parser, but where relations are there they are used.
"""

from __future__ import annotations

from collections.abc import Callable

from traek.engine.clauses import (
    ENDS,
    chain,
    clause_bounds,
    finite_of,
    is_coordination,
    is_finite,
    is_verb,
    verbs_of,
)
from traek.reading import Sentence

_YOU = frozenset({"du", "De", "Du", "I"})
_WE = frozenset({"vi", "jeg"})
_NEGATIONS = frozenset({"ikke", "aldrig", "ej", "hverken", "næppe", "ingenlunde"})
_NOT_CLAUSAL = frozenset({"kun", "mindst", "blot", "bare", "alene", "desto"})
_MODALS = frozenset({"kunne", "skulle", "ville", "måtte", "burde", "turde"})
_PARTICLES = frozenset(
    {"jo", "altså", "dog", "bare", "blot", "netop", "skam", "ellers", "egentlig"}
)
_PARTICLES_AFTER_VERB = frozenset({"da", "nok", "vel", "lige", "sgu", "nu"})
_EVALUATIONS = frozenset(
    {
        "desværre", "heldigvis", "beklageligvis", "naturligvis", "selvfølgelig", "selvfølgeligt",
        "selvsagt", "åbenbart", "åbenlyst", "tydeligvis", "øjensynligt", "øjensynlig",
        "tilsyneladende", "angiveligt", "angivelig", "utvivlsomt", "givetvis", "forhåbentlig",
        "forhåbentligt", "mærkværdigvis", "påfaldende", "indlysende", "ærgerligt", "uheldigvis",
    }
)  # fmt: skip
_CONDITIONS = frozenset({"hvis", "såfremt", "medmindre", "ifald", "dersom", "forudsat"})
_CITIZENS = frozenset(
    {
        "borger", "ansøger", "klager", "modtager", "forælder", "lejer", "ejer", "patient", "part",
        "bygherre", "sagsøger", "skyldner", "studerende", "ledig", "virksomhed",
    }
)  # fmt: skip
_AUTHORITIES = frozenset(
    {
        "kommune", "styrelse", "nævn", "forvaltning", "myndighed", "jobcenter", "afdeling", "region",
        "kommunalbestyrelse", "byråd", "sagsbehandler", "ministerium", "skattestyrelse", "udvalg",
        "ankestyrelse", "skatteforvaltning", "direktorat", "tilsyn", "borgerservice", "politi",
        "medarbejder", "center", "kontor", "klagenævn", "ankenævn", "statsforvaltning", "domstol",
    }
)  # fmt: skip
_APOLOGIES = frozenset({"beklage", "undskylde"})
_SORRY = frozenset({"undskyld", "undskyldning", "ked", "kede"})
_FIXED_AF = frozenset(
    {"grund", "følge", "form", "hjælp", "anledning", "stedet", "kraft", "løbet", "udgangen", "ud"}
)
_REASONS = frozenset({"hensyn", "denne", "disse", "samme", "hvilken"})


def passives(sentence: Sentence) -> set[int]:
    """Verbs in the s-passive, and participles with »blive«; »er afvist« is a state and is not."""
    found = {
        token
        for token in range(len(sentence.words))
        if "Voice=Pass" in sentence.features[token] and sentence.parts[token] == "VERB"
    }
    for token, lemma in enumerate(sentence.lemmas):
        if lemma == "blive" and is_verb(sentence, token):
            found.update(_participles_after(sentence, token))
    return found


def agentless_passives(sentence: Sentence) -> set[int]:
    """Passives that do not say by whom."""
    return {verb for verb in passives(sentence) if not _has_agent(sentence, verb)}


def imperatives(sentence: Sentence) -> set[int]:
    """Verbs that tell the reader to do something."""
    return {
        token
        for token in range(len(sentence.words))
        if "Mood=Imp" in sentence.features[token] and is_verb(sentence, token)
    }


def second_person(sentence: Sentence) -> set[int]:
    """A subject du, De or I, and the verbs that go with it."""
    subjects = _pronouns(sentence, second=True)
    return subjects | verbs_of(sentence, subjects)


def first_person(sentence: Sentence) -> set[int]:
    """A subject vi or jeg, and the verbs that go with it."""
    subjects = _pronouns(sentence, second=False)
    return subjects | verbs_of(sentence, subjects)


def negated(sentence: Sentence) -> set[int]:
    """Verbs that a »ikke« or »aldrig« denies, or that stand after »uden at«."""
    found: set[int] = set()
    for token, word in enumerate(sentence.lowers):
        if word in _NEGATIONS and not _is_constituent_negation(sentence, token):
            found.update(_verbs_denied(sentence, token))
        elif word == "uden" and sentence.lowers[token + 1 : token + 2] == ["at"]:
            verb = next(
                (v for v in range(token + 2, len(sentence.words)) if is_verb(sentence, v)), None
            )
            found.update(() if verb is None else chain(sentence, verb))
    return found


def modals(sentence: Sentence) -> set[int]:
    """kan, skal, vil, må, bør and tør in all their forms."""
    return {
        token
        for token, lemma in enumerate(sentence.lemmas)
        if lemma.lower() in _MODALS and is_verb(sentence, token)
    }


def particles(sentence: Sentence) -> set[int]:
    """Small words of tone: jo, da, altså, dog, nok, vel, bare, blot, netop."""
    return {
        token
        for token, word in enumerate(sentence.lowers)
        if (word in _PARTICLES and not _compares(sentence, token))
        or (word in _PARTICLES_AFTER_VERB and _follows_verb(sentence, token))
    }


def evaluations(sentence: Sentence) -> set[int]:
    """Adverbs that judge what is said: desværre, naturligvis, åbenbart."""
    return {token for token, word in enumerate(sentence.lowers) if word in _EVALUATIONS}


def conditions(sentence: Sentence) -> set[int]:
    """Every word of a conditional clause: »hvis du …«, »med mindre …«, »har du læst brevet, …«."""
    found: set[int] = set()
    for token, word in enumerate(sentence.lowers):
        two_words = word == "med" and sentence.lowers[token + 1 : token + 2] == ["mindre"]
        if word in _CONDITIONS or two_words:
            found.update(range(token, _condition_end(sentence, token)))
    inverted = _inverted_condition(sentence)
    return found | inverted


def quotations(sentence: Sentence) -> set[int]:
    """Words between quotation marks, marks included; a mark may open or close in a neighbour."""
    found: set[int] = set()
    opened: int | None = None
    for token, word in enumerate(sentence.words):
        if word != '"':
            continue
        if opened is None and not _opens_quotation(sentence, token):
            found.update(range(token + 1))
        elif opened is None:
            opened = token
        else:
            found.update(range(opened, token + 1))
            opened = None
    if opened is not None:
        found.update(range(opened, len(sentence.words)))
    return found


def apologies(sentence: Sentence) -> set[int]:
    """A subject vi or jeg and the words with which it apologises; »det beklages« has none."""
    found: set[int] = set()
    for subject in _pronouns(sentence, second=False):
        verbs = verbs_of(sentence, {subject})
        if not verbs:
            continue
        clause = range(*clause_bounds(sentence, max(verbs)))
        sorry = {token for token in verbs if sentence.lemmas[token] in _APOLOGIES}
        sorry |= {token for token in clause if sentence.lowers[token] in _SORRY}
        if sorry:
            found |= {subject, *sorry}
    return found


def citizens_acts(sentence: Sentence) -> set[int]:
    """Main verbs of what the reader, or a citizen, does or is told to do."""
    subjects = _pronouns(sentence, second=True) | _nominal_subjects(sentence, _CITIZENS)
    return _main(sentence, verbs_of(sentence, subjects)) | imperatives(sentence)


def authoritys_acts(sentence: Sentence) -> set[int]:
    """Main verbs of what the sender, or an authority, does."""
    subjects = _pronouns(sentence, second=False) | _nominal_subjects(sentence, _AUTHORITIES)
    by_agent = {
        verb
        for verb in passives(sentence)
        if (agent := _agent(sentence, verb)) is not None
        and (_is_authority(sentence, agent) or sentence.lowers[agent] in {"os", "mig"})
    }
    return _main(sentence, verbs_of(sentence, subjects)) | by_agent


def _main(sentence: Sentence, verbs: set[int]) -> set[int]:
    return {verb for verb in verbs if sentence.parts[verb] == "VERB"}


def _pronouns(sentence: Sentence, *, second: bool) -> set[int]:
    """Nominative du, De and I, or the vi and jeg that no one else is quoted for."""
    if not second:
        quoted = quotations(sentence) if '"' in sentence.words else frozenset()
        return {t for t, word in enumerate(sentence.lowers) if word in _WE and t not in quoted}
    return {
        token
        for token, word in enumerate(sentence.words)
        if sentence.lowers[token] == "du"
        or (word in _YOU and {"Person=2", "Case=Nom"} <= sentence.features[token])
    }


def _participles_after(sentence: Sentence, token: int) -> set[int]:
    """The participle that a form of »blive« goes with, in the same clause."""
    for verb in chain(sentence, token)[1:]:
        if "VerbForm=Part" in sentence.features[verb]:
            return {verb}
    return set()


def _has_agent(sentence: Sentence, verb: int) -> bool:
    return _agent(sentence, verb) is not None


def _agent(sentence: Sentence, verb: int) -> int | None:
    """The noun, name or pronoun after »af« that says by whom, or None."""
    for token in range(verb + 1, len(sentence.words) - 1):
        if sentence.words[token] in ENDS or is_coordination(sentence, token):
            break
        if sentence.lowers[token] == "af":
            agent = _noun_after(sentence, token)
            if agent is not None and _acts(sentence, token, agent):
                return agent
    return None


def _noun_after(sentence: Sentence, preposition: int) -> int | None:
    for token in range(preposition + 1, min(preposition + 6, len(sentence.words))):
        if sentence.parts[token] in {"NOUN", "PROPN", "PRON"}:
            return token
        if sentence.parts[token] not in {"DET", "ADJ", "ADV", "VERB", "NUM"}:
            return None
    return None


def _acts(sentence: Sentence, preposition: int, noun: int) -> bool:
    """Whether the »af« phrase names who acts, and is not »en vurdering af sagen«."""
    before, after = preposition - 1, preposition + 1
    if sentence.lowers[before] in _FIXED_AF or sentence.lowers[after] in _REASONS:
        return False
    if sentence.parts[after] == "NUM":
        return False
    if sentence.parts[before] in {"NOUN", "PROPN"}:
        personal = sentence.parts[noun] == "PRON" or sentence.lemmas[noun].lower() in _CITIZENS
        return personal or _is_authority(sentence, noun)
    return sentence.lowers[noun] not in {"det", "dette", "hvad"}


def _is_authority(sentence: Sentence, token: int) -> bool:
    lemma = sentence.lemmas[token].lower()
    return lemma in _AUTHORITIES or lemma.endswith(
        ("styrelse", "styrelsen", "nævn", "nævnet", "forvaltning", "forvaltningen", "kommune")
    )


def _nominal_subjects(sentence: Sentence, nouns: frozenset[str]) -> set[int]:
    """Nouns of a kind that stand where a subject stands: before the finite verb, or behind it."""
    found = set()
    for token, lemma in enumerate(sentence.lemmas):
        fits = lemma.lower() in nouns or (nouns is _AUTHORITIES and _is_authority(sentence, token))
        if not fits or sentence.parts[token] not in {"NOUN", "PROPN"}:
            continue
        if "Case=Gen" in sentence.features[token] or _is_governed(sentence, token):
            continue
        if finite_of(sentence, token) is not None:
            found.add(token)
    return found


def _is_governed(sentence: Sentence, token: int) -> bool:
    """Whether a preposition stands before the noun and its determiners."""
    before = token - 1
    while before >= 0 and sentence.parts[before] in {"DET", "ADJ", "NUM", "PROPN"}:
        before -= 1
    return before >= 0 and sentence.parts[before] == "ADP"


def _is_constituent_negation(sentence: Sentence, token: int) -> bool:
    """»ikke kun«, »en ikke uvæsentlig del«: denies a word, not the clause."""
    following = token + 1
    if following < len(sentence.words) and sentence.lowers[following] in _NOT_CLAUSAL:
        return True
    attributive = (
        following + 1 < len(sentence.words)
        and sentence.parts[following] == "ADJ"
        and sentence.parts[following + 1] == "NOUN"
    )
    return attributive and token > 0 and sentence.parts[token - 1] in {"DET", "ADP"}


def _verbs_denied(sentence: Sentence, token: int) -> list[int]:
    """The chain of the finite verb nearest before the negation, or else after it."""
    start, end = clause_bounds(sentence, token)
    before = [verb for verb in range(start, token) if is_finite(sentence, verb)]
    after = [verb for verb in range(token + 1, end) if is_finite(sentence, verb)]
    if before:
        return chain(sentence, before[-1])
    if after:
        return chain(sentence, after[0])
    others = [v for v in range(start, end) if is_verb(sentence, v)]
    return others[-1:]


def _compares(sentence: Sentence, token: int) -> bool:
    """»jo før, jo bedre«, and »jo« as an answer."""
    if sentence.lowers[token] != "jo" or token + 1 == len(sentence.words):
        return False
    twice = sentence.lowers.count("jo") > 1
    answer = token == 0 and sentence.words[1] == ","
    return twice or answer or "Degree=Cmp" in sentence.features[token + 1]


def _follows_verb(sentence: Sentence, token: int) -> bool:
    """Whether the word stands in the middle of a clause, as particles do, and counts nothing."""
    start, end = clause_bounds(sentence, token)
    if not any(is_finite(sentence, verb) for verb in range(start, token)):
        return False
    before = sentence.parts[token - 1]
    counts = token + 1 < end and sentence.parts[token + 1] in {"NOUN", "ADJ"}
    if sentence.lowers[token] == "nok":
        amount = token + 1 == end and before == "NOUN"
        return before != "ADJ" and not counts and not amount
    if sentence.lowers[token] in {"nu", "lige", "vel"}:
        return before in {"VERB", "AUX", "PRON"} and token + 1 < end
    return True


def _condition_end(sentence: Sentence, start: int) -> int:
    """Where the conditional clause that begins at `start` ends."""
    opens_sentence = not any(is_finite(sentence, verb) for verb in range(start))
    seen = False
    for token in range(start, len(sentence.words)):
        if sentence.words[token] == "," and seen:
            following = token + 1
            if following < len(sentence.words) and (
                (opens_sentence and is_finite(sentence, following))
                or sentence.parts[following] == "CCONJ"
                or sentence.lowers[following] == "så"
            ):
                return token
        elif sentence.words[token] in {".", "!", "?", ";", ":"}:
            return token
        seen = seen or is_finite(sentence, token)
    return len(sentence.words)


def _inverted_condition(sentence: Sentence) -> set[int]:
    """»Har du spørgsmål, kan du ringe«: verb first, then a subject, and a verb after the comma."""
    first = next((t for t, word in enumerate(sentence.words) if word[0].isalpha()), None)
    if first is None or not is_finite(sentence, first) or sentence.words[-1] == "?":
        return set()
    for token in range(first + 2, len(sentence.words) - 1):
        if sentence.words[token] == ",":
            following = token + 1
            if is_finite(sentence, following) or sentence.lowers[following] == "så":
                return set(range(first, token))
    return set()


def _opens_quotation(sentence: Sentence, token: int) -> bool:
    """Whether a mark stands close to what follows it and away from what is before."""
    if token == 0:
        return True
    if token + 1 == len(sentence.words):
        return False
    return sentence.starts[token] > sentence.ends[token - 1]


HELPERS: dict[str, Callable[[Sentence], set[int]]] = {
    "passiv": passives,
    "passiv-uden-aktør": agentless_passives,
    "bydeform": imperatives,
    "du-subjekt": second_person,
    "vi-subjekt": first_person,
    "nægtet": negated,
    "modal": modals,
    "partikel": particles,
    "vurdering": evaluations,
    "betingelse": conditions,
    "citat": quotations,
    "undskyldning": apologies,
    "borgers-handling": citizens_acts,
    "myndigheds-handling": authoritys_acts,
}
"""By the names that rules use."""

NEED_PARSER: frozenset[str] = frozenset()
"""Those that need relations as well; none does."""
