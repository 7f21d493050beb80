"""Passives, and by whom."""

from __future__ import annotations

from traek.engine.clauses import ENDS, chain, is_coordination, is_verb
from traek.reading import Sentence

CITIZENS = frozenset(
    {
        "borger", "ansøger", "klager", "modtager", "forælder", "lejer", "ejer", "patient", "part",
        "bygherre", "sagsøger", "skyldner", "studerende", "ledig", "virksomhed",
    }
)  # fmt: skip
AUTHORITIES = frozenset(
    {
        "kommune", "styrelse", "nævn", "forvaltning", "myndighed", "jobcenter", "afdeling", "region",
        "kommunalbestyrelse", "byråd", "sagsbehandler", "ministerium", "skattestyrelse", "udvalg",
        "ankestyrelse", "skatteforvaltning", "direktorat", "tilsyn", "borgerservice", "politi",
        "medarbejder", "center", "kontor", "klagenævn", "ankenævn", "statsforvaltning", "domstol",
    }
)  # fmt: skip
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
    return {verb for verb in passives(sentence) if agent_of(sentence, verb) is None}


def agent_of(sentence: Sentence, verb: int) -> int | None:
    """The noun, name or pronoun after »af« that says by whom, or None."""
    for token in range(verb + 1, len(sentence.words) - 1):
        if sentence.words[token] in ENDS or is_coordination(sentence, token):
            break
        if sentence.lowers[token] == "af":
            agent = _noun_after(sentence, token)
            if agent is not None and _acts(sentence, token, agent):
                return agent
    return None


def is_authority(sentence: Sentence, token: int) -> bool:
    """Whether the token names a public authority or someone who works there."""
    lemma = sentence.lemmas[token].lower()
    return lemma in AUTHORITIES or lemma.endswith(
        ("styrelse", "styrelsen", "nævn", "nævnet", "forvaltning", "forvaltningen", "kommune")
    )


def _participles_after(sentence: Sentence, token: int) -> set[int]:
    """The participle that a form of »blive« goes with, in the same clause."""
    for verb in chain(sentence, token)[1:]:
        if "VerbForm=Part" in sentence.features[verb]:
            return {verb}
    return set()


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
        personal = sentence.parts[noun] == "PRON" or sentence.lemmas[noun].lower() in CITIZENS
        return personal or is_authority(sentence, noun)
    return sentence.lowers[noun] not in {"det", "dette", "hvad"}
