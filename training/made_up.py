"""Made-up letter sentences with trees, for what newspapers lack: orders, De, passives, decisions.

A template is a row of `word:relation:head`; a word in capitals is drawn from a list below. The
sentences say nothing of sense; they show which endings and which order letters use.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from gold import GoldToken

_FINITE = "Mood=Ind|Tense={}|VerbForm=Fin|Voice={}"
_PRESENT, _PAST = _FINITE.format("Pres", "Act"), _FINITE.format("Past", "Act")
_PARTICIPLE = "Definite=Ind|Number=Sing|Tense=Past|VerbForm=Part"
_SUBJECT = "Case=Nom|Gender=Com|Number={}|Person={}|PronType=Prs"

# stem, definite ending, plural, gender (c, n); what takes no plural has "-".
_NOUNS = """
ansøgning en er c; afgørelse n r c; klage n r c; sag en er c; ydelse n r c; ændring en er c
oplysning en er c; dokumentation en - c; boligstøtte n - c; bilag et 0 n; skema et er n
frist en er c; krav et 0 n; gebyr et er n; udbetaling en er c; henvendelse n r c
kvittering en er c; lejekontrakt en er c; lønseddel - - c; indkomst en er c; formue n r c
bolig en er c; adresse n r c; samtale n r c; tilladelse n r c; dispensation en er c
støtte n - c; tilskud et 0 n; betaling en er c; regning en er c; rykker en e c; aftale n r c
partshøring en er c; afslag et 0 n; bevilling en er c; vurdering en er c; forsinkelse n r c
bemærkning en er c; blanket ten ter c; begrundelse n r c; klagefrist en er c; husleje n r c
sygedagpenge - - p; kontanthjælp en - c; ejendom men me c; fuldmagt en er c; erklæring en er c
opgørelse n r c; restskat ten - c; forskud det 0 n; plads en er c; udtalelse n r c; brev et e n
genoptagelse n r c; sagsfremstilling en er c; sanktion en er c; forhold et 0 n; beløb et 0 n
"""
# infinitive, present, past, participle, imperative.
_VERBS = """
afslå afslår afslog afslået afslå; behandle behandler behandlede behandlet behandl
modtage modtager modtog modtaget modtag; sende sender sendte sendt send
indsende indsender indsendte indsendt indsend; vurdere vurderer vurderede vurderet vurder
afgøre afgør afgjorde afgjort afgør; bevilge bevilger bevilgede bevilget bevilg
udbetale udbetaler udbetalte udbetalt udbetal; opkræve opkræver opkrævede opkrævet opkræv
tilbagebetale tilbagebetaler tilbagebetalte tilbagebetalt tilbagebetal
fastsætte fastsætter fastsatte fastsat fastsæt; ændre ændrer ændrede ændret ændr
meddele meddeler meddelte meddelt meddel; oplyse oplyser oplyste oplyst oplys
dokumentere dokumenterer dokumenterede dokumenteret dokumenter
fremsende fremsender fremsendte fremsendt fremsend; afvise afviser afviste afvist afvis
godkende godkender godkendte godkendt godkend; beregne beregner beregnede beregnet beregn
registrere registrerer registrerede registreret registrer; opgøre opgør opgjorde opgjort opgør
nedsætte nedsætter nedsatte nedsat nedsæt; standse standser standsede standset stands
genoptage genoptager genoptog genoptaget genoptag; forlænge forlænger forlængede forlænget forlæng
overføre overfører overførte overført overfør; undersøge undersøger undersøgte undersøgt undersøg
vedlægge vedlægger vedlagde vedlagt vedlæg; medbringe medbringer medbragte medbragt medbring
udfylde udfylder udfyldte udfyldt udfyld; underskrive underskriver underskrev underskrevet underskriv
aflevere afleverer afleverede afleveret aflever; besvare besvarer besvarede besvaret besvar
beklage beklager beklagede beklaget beklag; rette retter rettede rettet ret
opsige opsiger opsagde opsagt opsig; betale betaler betalte betalt betal
imødekomme imødekommer imødekom imødekommet imødekom; fastholde fastholder fastholdt fastholdt fasthold
videregive videregiver videregav videregivet videregiv; indhente indhenter indhentede indhentet indhent
begrunde begrunder begrundede begrundet begrund; kontakte kontakter kontaktede kontaktet kontakt
"""

_WORDS = {
    "vi": ("vi", "PRON", _SUBJECT.format("Plur", 1)),
    "du": ("du", "PRON", _SUBJECT.format("Sing", 2)),
    "jeg": ("jeg", "PRON", _SUBJECT.format("Sing", 1)),
    "I": ("I", "PRON", _SUBJECT.format("Plur", 2)),
    "De": ("De", "PRON", "Case=Nom|Gender=Com|Person=2|Polite=Form|PronType=Prs"),
    "Dem": ("De", "PRON", "Case=Acc|Gender=Com|Person=2|Polite=Form|PronType=Prs"),
    "Deres": ("Deres", "DET", "Person=2|Polite=Form|Poss=Yes|PronType=Prs"),
    "os": ("vi", "PRON", "Case=Acc|Gender=Com|Number=Plur|Person=1|PronType=Prs"),
    "dig": ("du", "PRON", "Case=Acc|Gender=Com|Number=Sing|Person=2|PronType=Prs"),
    "den": ("den", "PRON", "Case=Acc|Gender=Com|Number=Sing|Person=3|PronType=Prs"),
    "det": ("det", "PRON", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs"),
    "der": ("der", "PRON", "PartType=Inf"),
    "kan": ("kunne", "AUX", _PRESENT),
    "skal": ("skulle", "AUX", _PRESENT),
    "må": ("måtte", "AUX", _PRESENT),
    "bør": ("burde", "AUX", _PRESENT),
    "vil": ("ville", "AUX", _PRESENT),
    "har": ("have", "AUX", _PRESENT),
    "harv": ("have", "VERB", _PRESENT),
    "er": ("være", "AUX", _PRESENT),
    "blev": ("blive", "AUX", _PAST),
    "bliver": ("blive", "AUX", _PRESENT),
    "bedes": ("bede", "VERB", _FINITE.format("Pres", "Pass")),
    "vær": ("være", "AUX", "Mood=Imp"),
    "husk": ("huske", "VERB", "Mood=Imp"),
    "ring": ("ringe", "VERB", "Mood=Imp"),
    "kontakt": ("kontakte", "VERB", "Mood=Imp"),
    "svar": ("svare", "VERB", "Mood=Imp"),
    "skriv": ("skrive", "VERB", "Mood=Imp"),
    "undlader": ("undlade", "VERB", _PRESENT),
    "beklager": ("beklage", "VERB", _PRESENT),
    "finder": ("finde", "VERB", _PRESENT),
    "bortfalde": ("bortfalde", "VERB", "VerbForm=Inf|Voice=Act"),
    "klage": ("klage", "VERB", "VerbForm=Inf|Voice=Act"),
    "bemærkes": ("bemærke", "VERB", _FINITE.format("Pres", "Pass")),
    "oplyses": ("oplyse", "VERB", _FINITE.format("Pres", "Pass")),
    "konstateres": ("konstatere", "VERB", _FINITE.format("Pres", "Pass")),
    "at": ("at", "SCONJ", "_"),
    "atp": ("at", "PART", "PartType=Inf"),
    "hvis": ("hvis", "SCONJ", "_"),
    "når": ("når", "SCONJ", "_"),
    "og": ("og", "CCONJ", "_"),
    "ikke": ("ikke", "ADV", "_"),
    "venligst": ("venligst", "ADV", "Degree=Pos"),
    "derfor": ("derfor", "ADV", "_"),
    "også": ("også", "ADV", "_"),
    "enig": ("enig", "ADJ", "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing"),
    "opmærksom": ("opmærksom", "ADJ", "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing"),
    **{word: (word, "ADP", "AdpType=Prep") for word in ("om", "af", "til", "på", "over", "for",
                                                        "inden", "efter", "med", "i")},
    "fredag": ("fredag", "NOUN", "Definite=Ind|Gender=Com|Number=Sing"),
    "grundlag": ("grundlag", "NOUN", "Definite=Ind|Gender=Neut|Number=Sing"),
    "kommunen": ("kommune", "NOUN", "Definite=Def|Gender=Com|Number=Sing"),
    "nævnet": ("nævn", "NOUN", "Definite=Def|Gender=Neut|Number=Sing"),
    "styrelsen": ("styrelse", "NOUN", "Definite=Def|Gender=Com|Number=Sing"),
    ",": (",", "PUNCT", "_"),
    ".": (".", "PUNCT", "_"),
    "!": ("!", "PUNCT", "_"),
}  # fmt: skip
_CHOICES = {
    "MODAL": ("kan", "skal", "må", "bør", "vil"),
    "ORG": ("kommunen", "nævnet", "styrelsen"),
    "SAYS": ("bemærkes", "oplyses", "konstateres"),
}
_SPELT = {"harv": "har", "atp": "at"}

_TEMPLATES = """
DEF:nsubj:2 PASS:root:0 .:punct:2
den:nsubj:2 PASS:root:0 .:punct:2
DEF:nsubj:2 PASS:root:0 ikke:advmod:2 .:punct:2
DEF:nsubj:2 PASS:root:0 af:case:4 ORG:obl:2 .:punct:2
DEF:nsubj:3 MODAL:aux:3 PASSINF:root:0 .:punct:3
DEF:nsubj:3 blev:aux:3 PART:root:0 .:punct:3
DEF:nsubj:3 er:aux:3 PART:root:0 af:case:5 ORG:obl:3 .:punct:3
DEF:nsubj:3 bliver:aux:3 PART:root:0 ,:punct:7 når:mark:7 vi:nsubj:7 PRES:advcl:3 DEF:obj:7 .:punct:3
IMP:root:0 POSS:nmod:poss:3 INDEF:obj:1 .:punct:1
IMP:root:0 venligst:advmod:1 DEF:obj:1 .:punct:1
IMP:root:0 DEF:obj:1 og:cc:4 IMP:conj:1 DEF:obj:4 .:punct:1
IMP:root:0 den:obj:1 til:case:4 os:obl:1 .:punct:1
IMP:root:0 PLUR:obj:1 til:case:4 ORG:obl:1 .:punct:1
IMP:root:0 POSS:nmod:poss:3 INDEF:obj:1 inden:case:5 fredag:obl:1 .:punct:1
kontakt:root:0 os:obj:1 ,:punct:6 hvis:mark:6 du:nsubj:6 harv:advcl:1 PLUR:obj:6 .:punct:1
ring:root:0 til:case:3 os:obl:1 ,:punct:7 hvis:mark:7 du:nsubj:7 PRES:advcl:1 DEF:obj:7 .:punct:1
husk:root:0 atp:mark:3 INF:xcomp:1 DEF:obj:3 .:punct:1
vær:cop:2 opmærksom:root:0 på:case:8 ,:punct:8 at:mark:8 DEF:nsubj:8 MODAL:aux:8 PASSINF:advcl:2 .:punct:2
vær:cop:3 venligst:advmod:3 opmærksom:root:0 på:case:5 DEF:obl:3 .:punct:3
svar:root:0 os:iobj:1 inden:case:4 fredag:obl:1 .:punct:1
skriv:root:0 til:case:3 os:obl:1 om:case:5 DEF:obl:1 .:punct:1
harv:advcl:7 du:nsubj:1 PLUR:obj:1 ,:punct:1 MODAL:aux:7 du:nsubj:7 INF:root:0 DEF:obj:7 .:punct:7
harv:advcl:9 du:nsubj:1 PLUR:obj:1 til:case:5 DEF:nmod:3 ,:punct:1 bedes:root:0 du:nsubj:7 INF:xcomp:7 os:obj:9 .:punct:7
har:aux:4 du:nsubj:4 ikke:advmod:4 PART:advcl:9 DEF:obj:4 ,:punct:4 MODAL:aux:9 vi:nsubj:9 INF:root:0 DEF:obj:9 .:punct:9
PRES:advcl:8 vi:nsubj:1 ikke:advmod:1 DEF:obj:1 ,:punct:1 MODAL:aux:8 DEF:nsubj:8 PASSINF:root:0 .:punct:8
PRES:advcl:6 du:nsubj:1 ikke:advmod:1 DEF:obj:1 ,:punct:1 PASS:root:0 DEF:nsubj:6 .:punct:6
undlader:advcl:9 du:nsubj:1 atp:mark:4 INF:xcomp:1 DEF:obj:4 ,:punct:1 kan:aux:9 DEF:nsubj:9 bortfalde:root:0 .:punct:9
er:cop:4 du:nsubj:4 ikke:advmod:4 enig:advcl:8 ,:punct:4 kan:aux:8 du:nsubj:8 klage:root:0 over:case:10 DEF:obl:8 .:punct:8
De:nsubj:2 bedes:root:0 INF:xcomp:2 Deres:nmod:poss:5 INDEF:obj:3 .:punct:2
De:nsubj:2 PRES:root:0 DEF:obj:2 .:punct:2
De:nsubj:3 MODAL:aux:3 INF:root:0 Deres:nmod:poss:5 INDEF:obj:3 .:punct:3
vi:nsubj:3 har:aux:3 PART:root:0 Deres:nmod:poss:5 INDEF:obj:3 om:case:7 INDEF:nmod:5 .:punct:3
harv:advcl:6 De:nsubj:1 PLUR:obj:1 ,:punct:1 bedes:root:0 De:nsubj:5 INF:xcomp:5 Dem:obj:7 .:punct:5
hvis:mark:4 De:nsubj:4 ikke:advmod:4 PRES:advcl:9 DEF:obj:4 ,:punct:4 MODAL:aux:9 vi:nsubj:9 INF:root:0 den:obj:9 .:punct:9
vi:nsubj:3 har:aux:3 PART:root:0 POSS:nmod:poss:5 INDEF:obj:3 om:case:7 INDEF:nmod:5 .:punct:3
vi:nsubj:4 har:aux:4 derfor:advmod:4 PART:root:0 DEF:obj:4 .:punct:4
du:nsubj:4 har:aux:4 ikke:advmod:4 PART:root:0 DEF:obj:4 .:punct:4
du:nsubj:3 MODAL:aux:3 INF:root:0 POSS:nmod:poss:5 INDEF:obj:3 inden:case:7 fredag:obl:3 .:punct:3
inden:case:2 fredag:obl:5 MODAL:aux:5 du:nsubj:5 INF:root:0 DEF:obj:5 .:punct:5
du:nsubj:3 kan:aux:3 klage:root:0 over:case:5 DEF:obl:3 til:case:7 ORG:obl:3 .:punct:3
vi:nsubj:2 beklager:root:0 ,:punct:7 at:mark:7 DEF:nsubj:7 er:aux:7 PART:ccomp:2 .:punct:2
vi:nsubj:2 beklager:root:0 DEF:obj:2 .:punct:2
vi:nsubj:2 finder:root:0 ikke:advmod:2 grundlag:obj:2 for:case:7 atp:mark:7 INF:advcl:4 DEF:obj:7 .:punct:2
det:nsubj:2 SAYS:root:0 ,:punct:7 at:mark:7 DEF:nsubj:7 MODAL:aux:7 PASSINF:ccomp:2 .:punct:2
Indef:root:0 om:case:3 INDEF:nmod:1
Indef:root:0 over:case:3 INDEF:nmod:1 om:case:5 INDEF:nmod:3
Def:root:0 om:case:3 INDEF:nmod:1
"""


def letter_sentences(count: int, chance: random.Random) -> Iterator[list[GoldToken]]:
    """`count` sentences, each template in turn."""
    words = _Words(chance)
    templates = [line.split() for line in _TEMPLATES.strip().splitlines()]
    for number in range(count):
        yield words.sentence(templates[number % len(templates)])


class _Words:
    """Draws words for the capitals of a template."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._nouns = [tuple(entry.split()) for entry in _entries(_NOUNS)]
        self._verbs = [tuple(entry.split()) for entry in _entries(_VERBS)]

    def sentence(self, template: list[str]) -> list[GoldToken]:
        tokens: list[GoldToken] = []
        for cell in template:
            name, rest = cell.split(":", 1)
            relation, head = rest.rsplit(":", 1)
            spelt, lemma, part, features = self._draw(name)
            if not tokens:
                spelt = spelt[0].upper() + spelt[1:]
            tokens.append(GoldToken(spelt, lemma, part, features, int(head), relation, True))
        return [
            token if number + 1 == len(tokens) or tokens[number + 1].part != "PUNCT"
            else GoldToken(*_fields(token)[:-1], False)
            for number, token in enumerate(tokens)
        ]  # fmt: skip

    def _draw(self, name: str) -> tuple[str, str, str, str]:
        pick = self._chance.choice
        if name in _WORDS:
            lemma, part, features = _WORDS[name]
            return _SPELT.get(name, name), lemma, part, features
        if name in {"DEF", "INDEF", "PLUR", "Indef", "Def"}:
            return self._noun(name.upper())
        if name in _CHOICES:
            return self._draw(pick(_CHOICES[name]))
        if name == "POSS":
            return ("din", "din", "DET", ("Gender=Com|Number=Sing|Number[psor]=Sing|Person=2|"
                    "Poss=Yes|PronType=Prs"))  # fmt: skip
        return self._verb(name)

    def _noun(self, name: str) -> tuple[str, str, str, str]:
        while True:
            stem, definite, plural, gender = self._chance.choice(self._nouns)
            features = f"Gender={'Neut' if gender == 'n' else 'Com'}"
            if name == "INDEF" and gender == "c":
                return stem, stem, "NOUN", f"Definite=Ind|{features}|Number=Sing"
            if name == "DEF" and definite != "-":
                return stem + definite, stem, "NOUN", f"Definite=Def|{features}|Number=Sing"
            if name == "PLUR" and plural != "-":
                form = stem if plural == "0" else stem + plural
                return form, stem, "NOUN", f"Definite=Ind|{features}|Number=Plur"

    def _verb(self, name: str) -> tuple[str, str, str, str]:
        infinitive, present, _, participle, imperative = self._chance.choice(self._verbs)
        forms = {
            "INF": (infinitive, "VerbForm=Inf|Voice=Act"),
            "PASSINF": (f"{infinitive}s", "VerbForm=Inf|Voice=Pass"),
            "PASS": (f"{infinitive}s", _FINITE.format("Pres", "Pass")),
            "PRES": (present, _PRESENT),
            "PART": (participle, _PARTICIPLE),
            "IMP": (imperative, "Mood=Imp"),
        }
        form, features = forms[name]
        return form, infinitive, "VERB", features


def _entries(table: str) -> list[str]:
    return [entry.strip() for line in table.strip().splitlines() for entry in line.split(";")]


def _fields(token: GoldToken) -> tuple[str, str, str, str, int, str, bool]:
    return (
        token.word, token.lemma, token.part, token.features, token.head, token.relation, token.space,
    )  # fmt: skip
