"""Who acts in a passive that names nobody: the reader where only the reader can, else a gap."""

from __future__ import annotations

from traek.engine.address import turned
from traek.engine.rewriting.active import active, passive_verb
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence

_GAP = "[udfyld: hvem]"
_ASKS = frozenset({"bedes", "anmodes", "opfordres", "henstilles"})
_READERS = frozenset(
    "betale indbetale indsende fremsende aflevere returnere medbringe medtage udfylde underskrive "
    "fremvise forevise slukke rydde fjerne flytte klippe beskære vedlægge rengøre opbevare parkere stille "
    "hensætte afhente tilmelde læse kære påklage overholde sortere tømme".split()
)
"""What only the reader does in a letter that asks for something."""
_TOLD = frozenset(
    "medbringe medtage udfylde underskrive fremvise forevise slukke rydde klippe beskære returnere "
    "afhente indbetale".split()
)
"""Those among them that the bare present asks for: »Kortet medbringes«."""
_NOBODYS = frozenset(
    "påregne forvente forudsætte påtænke undgå imødese forefinde betegne bekende påvise fremsætte".split()
)
"""Verbs whose passive means a state of things, and nobody in particular."""
_SETTLED = frozenset({"afklare", "aftale", "løse", "afgøre", "ordne", "drøfte"})
_BOUND = frozenset({"skal", "må", "kan", "bør"})
_AT_ONCE = frozenset({"straks", "omgående", "øjeblikkeligt", "uopholdeligt", "senest"})
_REACH = 5


def with_actor(sentence: Sentence, form: str = "du") -> Change | None:
    """The first passive of the main clause in the active, by whoever acts; `form` addresses the reader.

    »Kortet skal medbringes« is »Du skal medbringe kortet«; »medbringes« alone is asked for. »Skal være ryddet« tells of a state and no act, and what follows a colon is a list.
    """
    if {"være", ":", "["} & {*sentence.words[:-1]} or _is_among_others(sentence):
        return None
    if not _ASKS.isdisjoint(sentence.lowers):
        return _by(sentence, "vi")
    verb = passive_verb(sentence)
    if verb is None or not _NOBODYS.isdisjoint(sentence.lemmas) or _is_held(sentence, verb):
        return None
    subject = _subject(sentence, verb, form)
    return _by(sentence, subject) if subject else None


def _is_among_others(sentence: Sentence) -> bool:
    """Whether it is settled »mellem parterne« or »med naboen«, and the reader is one of them."""
    return not {"mellem", "med"}.isdisjoint(sentence.lowers) and not _SETTLED.isdisjoint(
        sentence.lemmas
    )


def _is_held(sentence: Sentence, verb: int) -> bool:
    """Whether the passive praises or takes for granted: »Det var godt set«, »må anses for«."""
    praises = sentence.lowers[verb - 1] in {"godt", "flot", "fint", "rigtigt"}
    granted = sentence.lemmas[verb] in {"anse", "betragte"} and "må" in sentence.lowers[:verb]
    return praises or granted or "endelig" in sentence.lowers[:verb]


def _subject(sentence: Sentence, verb: int, form: str) -> str | None:
    before, lemma = sentence.lowers[max(0, verb - _REACH) : verb], sentence.lemmas[verb]
    forbids = "må" in before and "ikke" in before
    if forbids or (lemma in _READERS and not _BOUND.isdisjoint(before)):
        return turned("du", form)
    if lemma in _TOLD and sentence.lowers[verb].endswith("es"):
        return f"vi beder {turned('dig', form)}"
    ordered = sentence.lowers[verb].endswith("es") and not _AT_ONCE.isdisjoint(sentence.lowers)
    return None if ordered or lemma in _READERS else _GAP


def by_reader(sentence: Sentence, form: str) -> Change | None:
    """The passive as something the reader does: »Spørgsmål rettes til os«."""
    return _by(sentence, turned("du", form))


def _by(sentence: Sentence, subject: str) -> Change | None:
    return said_anew(sentence, active(sentence, (0, 0), subject, main=True))
