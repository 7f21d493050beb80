"""Who acts in a passive that names nobody: the reader where only the reader can, else a gap."""

from __future__ import annotations

import re

from traek.dates import MONTHS
from traek.engine.address import turned
from traek.engine.clauses import is_finite
from traek.engine.rewriting.active import active
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, text_of
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.matter import DENIALS
from traek.engine.rewriting.sharing import leans_on_it
from traek.engine.rewriting.voice import passive_verb
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
_DONE_WITH = frozenset(
    "bemærke datere tilskrive henvise tilendebringe færdigbehandle ønske tolerere rekvirere rokke".split()
)
"""Verbs that are as stiff with a name before them: »Eva har tilendebragt sagen«."""
_HANDLED = frozenset(
    "behandle afgøre sende udbetale vurdere tage besvare give yde fordele frigive indkalde orientere "
    "underrette registrere afvise fastholde bevilge vide bringe undersøge gennemgå "
    "indhente sammenligne anse frafalde godtgøre dække refundere nedsætte imødekomme erstatte udsætte ændre rette drøfte følge udføre".split()
)
"""What somebody does about a case, also where the bare present tells it: »Sagen behandles i maj«.

Others tell a rule or how things are done: »Mad indtages i kantinen«, »Gebyret regnes fra maj«.
"""
_CASEWORK = frozenset(
    "beslutte vurdere afvise fastholde notere registrere konstatere behandle udtage afgøre besvare "
    "modtage indhente gennemgå undersøge finde opgøre nedsætte bevilge imødekomme sammenholde "
    "indstille orientere underrette beklage indkalde".split()
)
"""What the sender of a letter does, where it says »vi« itself."""
_RULED = frozenset({"fastlægge", "fastsætte", "bestemme", "regulere"})
_SAYING = frozenset({"sige", "kalde", "konstatere", "bemærke", "nævne", "tilføje", "medgive"})
"""What »kan« and »må« only open a statement with: »Det må siges, at« means nobody in particular."""
_STATES = frozenset({"lukke", "åbne", "spærre", "afgrænse", "begrænse"})
"""Participles that tell how something is, and not what somebody did: »Der er lukket for vand«."""
_FIXED = frozenset({"udgangspunkt", "skridt", "betragtning", "bekendt", "notat"})
"""Words of phrases that do not bear to be taken apart: »som udgangspunkt«, »er taget skridt til«."""
_DEEMED = frozenset(
    "kommet modtaget bortfaldet tilbagekaldt frafaldet meddelt afsluttet besvaret".split()
)
"""What is held to have happened, whoever holds it: »anses for kommet frem«."""
_PARTICLES = frozenset({"ud", "op", "ind", "ned", "til", "fra", "væk"})
_PERMITS = frozenset({"må", "kan"})
_WE = re.compile(r"\b(?:vi|os|vores)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)
_SETTLED = frozenset({"afklare", "aftale", "løse", "afgøre", "ordne", "drøfte"})
_BOUND = frozenset({"skal", "må", "kan", "bør"})
_AT_ONCE = frozenset({"straks", "omgående", "øjeblikkeligt", "uopholdeligt", "senest"})
_ASKED = frozenset({"spørgsmål", "henvendelse", "henvendelser"})
_ASKING = frozenset("hvad hvem hvilken hvilket hvilke hvor hvordan hvorfor hvornår".split())
"""Words that open a clause as the subject: »Hvilke papirer der skal medbringes, fremgår af …«."""
_REACH = 5
_OF_US = _ASKED | {"bemærkninger", "indsigelser"}
_SENT = frozenset({"rettes", "stilles", "sendes", "fremsættes", "indsendes"})
"""What the reader asks of us, and how: »Spørgsmål rettes til os«."""


def acted(sentence: Sentence, form: str) -> Change | None:
    """The passive by whoever acts; questions are the reader's to ask, where they are not refused."""
    if _OF_US.isdisjoint(sentence.lowers[:3]) or _SENT.isdisjoint(sentence.lowers):
        return with_actor(sentence, form)
    return by_reader(sentence, form) if DENIALS.isdisjoint(sentence.lowers) else None


def with_actor(sentence: Sentence, form: str = "du", *, ours: bool = False) -> Change | None:
    """The first passive of the main clause in the active, by whoever acts; `form` addresses the reader.

    A »vi« stands for what is the sender's work where that is wanted as `ours`, else a gap.
    »Kortet skal medbringes« is »Du skal medbringe kortet«; »medbringes« alone is asked for. »Skal være ryddet« tells of a state and no act, and what follows a colon is a list.
    """
    heading = body(sentence)[1] == len(sentence.words)
    if heading or {"være", ":", "["} & {*sentence.words[:-1]} or _is_among_others(sentence):
        return None
    if not _ASKS.isdisjoint(sentence.lowers):
        return None if ours else _by(sentence, "vi")
    verb = passive_verb(sentence)
    if verb is None or not _NOBODYS.isdisjoint(sentence.lemmas) or _is_held(sentence, verb):
        return None
    if (
        _is_told_by_another(sentence, verb)
        or _is_for_a_clause(sentence, verb)
        or _falls_apart(sentence, verb)
        or _is_set(sentence, verb)
        or leans_on_it(sentence, verb + 1)
    ):
        return None
    subject = _subject(sentence, verb, form)
    if ours:
        subject = "vi" if subject == _GAP and _is_ours(sentence, verb) else None
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


def _is_told_by_another(sentence: Sentence, verb: int) -> bool:
    """Whether a law, an accident or somebody named does it: »fastlagt i loven«, »ved en fejl«."""
    before, after = sentence.lowers[:verb], sentence.lowers[verb + 1 :]
    by_mistake = any(sentence.lowers[t : t + 3] == ["ved", "en", "fejl"] for t in range(verb))
    named = any(
        word == "af" and (before[-1:] == [","] or sentence.lowers[t - 1] in MONTHS)
        for t, word in enumerate(sentence.lowers)
    )
    stiff = "egnet" in after
    return stiff or by_mistake or named or (sentence.lemmas[verb] in _RULED and "i" in after)


def _is_for_a_clause(sentence: Sentence, verb: int) -> bool:
    """Whether »det« stands for what follows: »Det anses for rimeligt, at …«, »Det skal medtages, at«."""
    lemma = sentence.lemmas[verb]
    return sentence.lowers[0] == "det" and lemma in {"anse", "betragte"} | _READERS


def _is_set(sentence: Sentence, verb: int) -> bool:
    """Whether it is a turn of speech or a state of things, in which nobody acts."""
    lemma, again = sentence.lemmas[verb], "igen" in sentence.lowers[verb + 1 : verb + 3]
    said = lemma in _SAYING and not _BOUND.isdisjoint(sentence.lowers[max(0, verb - 3) : verb])
    return said or again or lemma in _STATES or not _FIXED.isdisjoint(sentence.lowers)


def _falls_apart(sentence: Sentence, verb: int) -> bool:
    """Whether the words could not be put together again: »De er fundet«, »bliver taget hånd om«."""
    last = body(sentence)[1] - 1
    after = sentence.lowers[verb + 1 : verb + 3]
    deemed = sentence.lemmas[verb] == "anse" and after[:1] == ["for"] and after[1:2] != []
    apart = "," in sentence.words[:verb] and not _PARTICLES.isdisjoint(after[:1])
    asks = sentence.lowers[body(sentence)[0]] in _ASKING
    they = sentence.words[0] == "De" and sentence.lemmas[verb] not in _HANDLED
    return (
        apart or asks or they or sentence.lowers[last] == "om" or (deemed and after[1] in _DEEMED)
    )


def _subject(sentence: Sentence, verb: int, form: str) -> str | None:
    before, lemma = sentence.lowers[max(0, verb - _REACH) : verb], sentence.lemmas[verb]
    forbids = "må" in before and "ikke" in before
    if forbids and not _ASKED.isdisjoint(sentence.lowers[:verb]):
        return None
    permits = lemma in {"tømme", "stille", "parkere", "opbevare"} and not _PERMITS.isdisjoint(
        before
    )
    if forbids or (lemma in _READERS and not _BOUND.isdisjoint(before) and not permits):
        return turned("du", form)
    if lemma in _TOLD and sentence.lowers[verb].endswith("es"):
        return f"vi beder {turned('dig', form)}"
    ordered = sentence.lowers[verb].endswith("es") and not _AT_ONCE.isdisjoint(sentence.lowers)
    bare = is_finite(sentence, verb) and lemma not in _HANDLED
    return None if ordered or bare or lemma in _READERS | _DONE_WITH else _GAP


def _is_ours(sentence: Sentence, verb: int) -> bool:
    """Whether it is casework beside another »vi«."""
    text = sentence.block.text
    said = _WE.search(text) is not None and _I.search(text) is None
    return said and sentence.lemmas[verb] in _CASEWORK


def by_reader(sentence: Sentence, form: str) -> Change | None:
    """What is to be asked or sent as something the reader can do.

    »Spørgsmål rettes til os« -> »Spørgsmål kan du rette til os«.
    """
    verb = passive_verb(sentence)
    first, last = body(sentence)
    if verb is None or not sentence.lowers[verb].endswith("s") or "," in sentence.words[:verb]:
        return None
    bound = sentence.lowers[verb - 1] in _BOUND
    opening, modal = (verb - 1, sentence.lowers[verb - 1]) if bound else (verb, "kan")
    if opening == first or any(is_finite(sentence, token) for token in range(first, opening)):
        return None
    pieces = [
        text_of(sentence, first, opening),
        modal,
        turned("du", form),
        sentence.lemmas[verb],
        text_of(sentence, verb + 1, last),
    ]
    return said_anew(sentence, " ".join(piece for piece in pieces if piece))


def _by(sentence: Sentence, subject: str) -> Change | None:
    return said_anew(sentence, active(sentence, (0, 0), subject, main=True))
