"""Danish abbreviations: which words keep their full stop, and what they stand for."""

from __future__ import annotations

_TABLE = """
ADV: bl.a blandt andet; f.eks for eksempel; fx for eksempel; ca cirka; cirk cirka; evt eventuelt
ADV: dvs det vil sige; d.v.s det vil sige; osv og så videre; o.s.v og så videre; etc et cetera
ADV: m.v med videre; mv med videre; m.m med mere; mm med mere; m.fl med flere; mfl med flere
ADV: o.lign og lignende; o.l og lignende; ol og lignende; el.lign eller lignende; o.a og andet
ADV: e.l eller lignende; hhv henholdsvis; h.h.v henholdsvis; jf jævnfør; jfr jævnfør; jvf jævnfør
ADV: p.t for tiden; pt for tiden; t.h til højre; th til højre; t.v til venstre; tv til venstre
ADV: maks maksimalt; max maksimalt; min minimum; f.o.m fra og med; t.o.m til og med; ff følgende
ADV: sml sammenlign; smst sammesteds; ovf ovenfor; ndf nedenfor; s.u se under
ADV: m.o.h meter over havet; mvh med venlig hilsen; m.v.h med venlig hilsen
ADP: pr per; ang angående; vedr vedrørende; vdr vedrørende; ifg ifølge; bl blandt
ADP: pga på grund af; p.g.a på grund af; iht i henhold til; i.h.t i henhold til
ADP: mht med hensyn til; m.h.t med hensyn til; mhp med henblik på; m.h.p med henblik på
ADP: ift i forhold til; i.f.t i forhold til; ifm i forbindelse med; i.f.m i forbindelse med
ADP: vha ved hjælp af; v.h.a ved hjælp af; aht af hensyn til; a.h.t af hensyn til
ADP: inkl inklusive; incl inklusive; ekskl eksklusive; excl eksklusive; isf i stedet for
NOUN: kr krone; kl klokken; nr nummer; stk stykke; pkt punktum; pct procent; tlf telefon
NOUN: md måned; mdr måned; mill million; mio million; mia milliard; sek sekund
NOUN: sagsnr sagsnummer; sags.nr sagsnummer; journalnr journalnummer; j.nr journalnummer
NOUN: jnr journalnummer; matr matrikel; matr.nr matrikelnummer; matrnr matrikelnummer
NOUN: cpr.nr cpr-nummer; cprnr cpr-nummer; cvr.nr cvr-nummer; cvrnr cvr-nummer
NOUN: tlf.nr telefonnummer; tlfnr telefonnummer; telefonnr telefonnummer; lokalnr lokalnummer
NOUN: mobilnr mobilnummer; reg.nr registreringsnummer; regnr registreringsnummer
NOUN: kontonr kontonummer; postnr postnummer; husnr husnummer; fakturanr fakturanummer
NOUN: kundenr kundenummer; lb.nr løbenummer; lbnr løbenummer; id.nr id-nummer
NOUN: lbk lovbekendtgørelse; bek bekendtgørelse; bkg bekendtgørelse; vejl vejledning
NOUN: kap kapitel; afs afsnit; art artikel; lit litra; bil bilag; fig figur; tab tabel
NOUN: s side; sd side; sp spalte; lok lokalnummer; ref reference; anm anmærkning
NOUN: dr doktor; prof professor; adv advokat; fm fuldmægtig; fuldm fuldmægtig; dir direktør
NOUN: ktr kontor; afd afdeling; red redaktør; hr herre; fr fru; frk frøken
NOUN: jan januar; feb februar; febr februar; mar marts; apr april; jun juni; jul juli
NOUN: aug august; sep september; sept september; okt oktober; nov november; dec december
NOUN: man mandag; tirs tirsdag; ons onsdag; tors torsdag; fre fredag; lør lørdag; søn søndag
NOUN: km kilometer; cm centimeter; kvm kvadratmeter; kg kilo; g gram; l liter; m meter
NOUN: ltr liter; tsk teskefuld; spsk spiseskefuld; hk hestekraft; t time; eks eksempel
ADJ: kgl kongelig; gl gammel; alm almindelig; tidl tidligere; fhv forhenværende; div diverse
ADJ: såk såkaldt; adm administrerende; konst konstitueret; kst konstitueret; resp respektive
PRON: ds denne; d.s denne; dd dags dato; d.d dags dato; d.å dette år; då dette år
PRON: d.m denne måned; s.å samme år; s.m samme måned; a anden
DET: d den
CCONJ: el eller
PROPN: skt sankt; sct sankt; st sankt; chr christian; kbh københavn; kgs kongens
PROPN: jr junior; sr senior; sdr sønder; ndr nordre; brdr brødrene; gdr gårdejer
X: att attention; cand kandidat; stud studerende; e.b efter bemyndigelse; p.v på vegne
X: e.f efter fuldmagt; sign signeret; ps efterskrift; p.s efterskrift; nb bemærk; cc kopi
"""

ABBREVIATIONS: dict[str, tuple[str, str]] = {
    key: (part, meaning)
    for part, entries in (line.split(": ", 1) for line in _TABLE.strip().splitlines())
    for key, meaning in (entry.split(" ", 1) for entry in entries.split("; "))
}
"""Without the last full stop, in lower case -> part of speech and what it stands for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOSING = _words(
    """
    osv o.s.v m.v mv m.m mm m.fl mfl o.lign o.l ol el.lign e.l etc ff kr pct mdr md mio mia mill
    ds d.s d.d dd d.å då d.m s.å s.m kvm km cm kg hk o.a smst ovf ndf t.h t.v th tv mvh m.v.h
    jan feb febr aug sept okt nov dec p.t pt stk pkt min sek g l m t s
    """
)
"""Those that may end a sentence: »sagens akter mv.«"""

AMBIGUOUS = _words(
    """
    el min art man fre ons søn mar jun jul apr aug sep okt nov dec sek red bil dir g l m t s d a
    ref tab sp sd max mm ol th tv pt dd md ps nb lok bek eks resp div tors lør lit alm anm if cc
    """
)
"""Words or signs of their own as well: »fejlen er min.« ends there."""
