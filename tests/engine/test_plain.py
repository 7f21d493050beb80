"""Ways of saying it more plainly that suit a whole category, and need no rule to write them."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.conftest import made, read

from traek.engine.rewriting.generic import whole_remark
from traek.engine.rewriting.plain import fuller, plainer
from traek.reading import Sentence


def sentence(text: str, number: int = 0) -> Sentence:
    return read(text)[number]


def said(category: str, text: str, form: str = "du") -> str | None:
    """The sentence after the first thing that can be done, or None."""
    first = sentence(text)
    changes = chain(plainer(first, category, form), fuller(first, category, form))
    return made(text, next(changes, None))


@pytest.mark.parametrize(
    ("category", "before", "after"),
    [
        ("E09", "Timerne er skåret væk.", "[udfyld: hvem] har skåret timerne væk."),
        ("E09", "Der er i maj skiftet system.", "I maj har [udfyld: hvem] skiftet system."),
        ("E10", "Du bedes svare os.", "Vi beder dig svare os."),
        ("E09", "Huset er bygget af min far.", None),
        (
            "E09",
            "Den kvist blev opført i maj, før det blev forbudt, og kan derfor ikke gælde.",
            None,
        ),
        ("E09", "Vi går ud fra, at timerne er skåret væk.", None),
        ("E09", "Mærket skal bruges ved flytning, fodring og slagtning og står på øret.", None),
        (
            "E09",
            "Timerne er skåret væk, før ordningen blev lavet om, og kan ikke gives igen.",
            None,
        ),
        ("E09", "Tiden kan som udgangspunkt ikke ændres.", None),
        ("E09", "Det må siges, at timerne er få.", None),
        ("E09", "Der er taget skridt til en ny ordning.", None),
        ("E09", "Der er lukket for vandet på hverdage.", None),
        ("E09", "Din anmodning er ikke afgrænset i tid.", None),
        ("E09", "Timerne gives ikke igen.", None),
        ("E09", "Det er medlemmet selv, der bestemmer.", None),
        ("E10", "Det forventes læst.", None),
        ("E21", "Knus fra os i StudieKonto", None),
        ("E10", "Låget skal kunne lukkes helt", None),  # one of a list
        ("E10", "Kortet medbringes.", "Vi beder dig medbringe kortet."),
        ("E10", "Indtil da skal beløbet betales.", "Indtil da skal du betale beløbet."),
        ("E10", "Cykler må ikke stilles her.", "Du må ikke stille cykler her."),
        ("E10", "Længere ventetid må påregnes.", None),
        ("E09", "Du er ikke mødt til samtalen.", None),
        ("E10", "Pladsen skal være ryddet.", "Pladsen skal være ryddet, fordi [udfyld: grunden]."),
        ("E25", "Det kan vi ikke gå ind i.", "Det kan vi ikke gå ind i, fordi [udfyld: grunden]."),
        ("E02", "Trods to rykkere er døren åben.", "Efter to rykkere er døren åben."),
        ("E02", "Trods vejret er døren åben.", None),
        ("E03", "Du har ikke svaret på brevet.", None),
        ("E03", "Hunden har ikke spist.", None),
        ("E04", "Brevet kan ikke tillægges vægt.", "Vi kan ikke lægge vægt på brevet."),
        (
            "E04",
            "Forklaringen om, at døren var låst, kan ikke tillægges større betydning.",
            "Vi kan ikke lægge større vægt på forklaringen om, at døren var låst.",
        ),
        ("E04", "Kan det ikke tillægges vægt?", None),
        (
            "E04",
            "Oplysningen om, at bilen er solgt, er ikke dokumenteret.",
            "Vi mangler dokumentation for, at bilen er solgt.",
        ),
        ("E05", "Vi gør også opmærksom på, at døren er låst.", "Døren er låst."),
        ("E05", "Det må forudsættes bekendt, at man har nøgle.", "Man har nøgle."),
        ("E05", "Som oplyst i telefonen er døren låst.", "Døren er låst."),
        ("E05", "Som det fremgår af skiltet, er døren låst.", None),
        ("E05", "Som det fremgår af skiltet fra 2020, er døren låst.", None),
        ("E05", "Man bør altid låse døren.", "Det er en fordel at låse døren."),
        ("E08", "Et skema ses ikke at være sendt.", "Vi kan ikke se, at et skema er sendt."),
        ("E08", "Skaden findes at være lille.", "Vi vurderer, at skaden er lille."),
        ("E10", "Materialet bedes sendt til os.", "Vi beder dig sende materialet til os."),
        ("E10", "I så fald bedes skemaet sendt.", "I så fald beder vi dig sende skemaet."),
        ("E10", "Ledelsen bedes besvare brevet.", "Vi beder ledelsen besvare brevet."),
        ("E10", "Døren skal være låst, da her er koldt.", None),
        ("E12", "Der er aldrig kommet svar.", None),
        ("E14", "Det er også skrevet i folderen.", None),
        (
            "E15",
            "Vi svarer ikke i telefonen.",
            "Vi svarer ikke i telefonen, men du kan skrive til [udfyld: hvem].",
        ),
        (
            "E15",
            "Vi lader det blive ved det.",
            None,
        ),
        ("E16", "Det kan vi ikke genkende.", None),
        (
            "E17",
            "Loven er klar.",
            "Loven er klar. Reglen skal sikre, at [udfyld: formålet med reglen].",
        ),
        (
            "E19",
            "Det sker, når der er tid.",
            "Det sker, når der er tid, dog senest [udfyld: dato].",
        ),
        ("E23", 'Du skriver, at det er "koldt" i huset.', "Du skriver, at det er koldt i huset."),
        ("E23", 'Du skriver "jeg fryser" i brevet.', None),
        ("E23", 'Du har fået pjecen "Godt indeklima" med hjem.', None),
        ("E10", "Det bedes undladt at rykke for svar.", None),
        ("E30", "Det må du tage op med banken.", "Det kan du tage op med banken."),
        ("E32", "Det anbefales at lufte ud.", "Det er en fordel at lufte ud."),
        (
            "E32",
            "Det kan derfor anbefales at lufte ud.",
            "Det er derfor en fordel at lufte ud.",
        ),
        ("E10", "Gæsterne kan med fordel bedes om at komme.", None),
        (
            "E30",
            "Legitimation skal i så fald medbringes.",
            "Du skal i så fald medbringe legitimation.",
        ),
        ("E09", "Det er noteret, men ændrer ikke opgørelsen.", None),
        ("E09", "Sagen kan ikke drøftes med afdelingen.", None),
        ("E09", "Afgifter kan ikke forelægges os.", None),
        ("E30", "Skellet må afklares med naboen.", None),
        ("E13", "Henvis blot til datoen.", None),
        ("E13", "Det er bare en arbejdsgang.", None),
        ("E15", "Det var godt set.", None),
        ("E30", "Uenighed om prisen må afklares mellem parterne.", None),
        ("E25", "Vagten har ikke noteret andre forhold.", None),
        ("E03", "Du har ikke selv svaret på brevet.", None),
        ("E04", "Vi kan ikke se bort fra, at du kendte reglerne.", None),
        ("E32", "Det anbefales ikke at ryge.", "Vi beder dig lade være med at ryge."),
        (
            "E32",
            "Det vil lette arbejdet, hvis du ringer.",
            "Det hjælper os, hvis du ringer.",
        ),
        ("E25", "Det kan vi ikke, for sagen er lukket.", None),
        (
            "E25",
            "Det kan vi ikke give. Huset ligger for tæt på skoven.",
            (
                "Det kan vi ikke give, men du kan [udfyld: hvad læseren kan gøre i stedet]. Huset "
                "ligger for tæt på skoven."
            ),
        ),
        (
            "E16",
            "Personalet har fulgt deres retningslinjer.",
            None,
        ),
        (
            "E19",
            "Vi vender tilbage, når sagen er set.",
            "Vi vender tilbage, når sagen er set, dog senest [udfyld: dato].",
        ),
        ("E11", "Så må vi se på det igen fra 2027.", None),
        ("E25", "Det bliver ikke i dag. Huset ligger for tæt på skoven.", None),
        (
            "E19",
            "Vi svarer, når vi når frem til det.",
            "Vi svarer, når vi når frem til det, og du hører fra os senest [udfyld: dato].",
        ),
        ("E19", "Medarbejderne har adgang.", None),
        ("E19", "Vi kan tage kaffen en anden gang, når vi har tid.", None),
        ("E12", "Alle behandles til enhver tid ens.", "Alle behandles ens."),
        ("E22", "Tøjet må IKKE ligge her!!", "Tøjet må ikke ligge her."),
        ("E22", "LÆS DET NU!", "Læs det nu."),
        ("E24", "Det er jo trods alt varmt.", "Det er varmt."),
        ("E24", "Det er jo varmt.", "Det er varmt."),
        ("E24", "Det er desværre varmt.", None),
        ("E24", "Det er i øvrigt varmt.", None),
        ("E01", "Det er jo varmt.", None),
        ("E24", 'Du skrev "det er jo varmt" til os.', None),
        ("E25", "Vi har ikke svaret, og loven giver lov til det.", None),
        ("E25", "Gives der ikke adgang, kommer vi ikke igen.", None),
        ("E11", "Vær opmærksom på, at fristen regnes forfra.", "Fristen regnes forfra."),
        ("E24", "Sagen er lukket.", None),
        ("E24", "Det er jo kun varmt.", None),
        ("E26", "Det kræver jo lidt god vilje.", None),
        ("E30", "Transport må du selv finde.", None),
        ("E30", "Det må du selv finde, hvis du kan.", None),
        ("E30", "At du er syg, er ikke vores opgave.", None),
        ("E30", "Skoene hører ikke til på bordet.", None),
        ("E04", "Fotos tillægges begrænset vægt.", "Vi lægger begrænset vægt på fotos."),
        ("E04", "Et sådant brev kan ikke i sig selv tillægges vægt.", None),
        (
            "E04",
            "Du er udrejst, hvilket ikke helt stemmer med registret.",
            "Du er udrejst. Det stemmer ikke helt med registret.",
        ),
        ("E04", "Du er udrejst, hvilket næppe stemmer med registret.", None),
        ("E09", "Det er fastlagt i loven.", None),
        (
            "E09",
            "Det anses for rimeligt, at man sover.",
            "Vi vurderer, at det er rimeligt, at man sover.",
        ),
        ("E09", "Mad indtages i kantinen.", None),
        ("E09", "Prøven er taget den 3. maj af en tømrer.", None),
        ("E09", "Det er ved en fejl ikke skrevet ind i aftalen.", None),
        ("E09", "Planen er afvist", None),
        ("E15", "Der føres ikke samtaler om sagen.", None),
        ("E25", "Ferie er ikke forfald.", None),
        ("E25", "Mere kan der ikke gøres, resten er op til jer.", None),
        ("E30", "Det påhviler lejeren selv at slå græsset.", "Lejeren skal selv slå græsset."),
        (
            "E30",
            "Det er herefter lånerens eget ansvar at få en kvittering.",
            "Låneren skal herefter selv få en kvittering.",
        ),
        ("E30", "Det er den studerendes opgave at møde.", "Den studerende skal møde."),
        ("E30", "Det er ikke vores opgave at grave.", None),
        ("E30", "Det er jo dog ejerens opgave at grave.", "Ejeren skal dog grave."),
        (
            "E30",
            "Udgifter til græsset påhviler lejeren.",
            "Lejeren skal betale udgifter til græsset.",
        ),
        (
            "E30",
            "Renholdelse af vejen påhviler ejeren ud til hækken.",
            "Ejeren skal sørge for renholdelse af vejen ud til hækken.",
        ),
        ("E30", "Uenighed må foreningen selv afklare.", None),
        ("E30", "Det må foreningen selv om.", None),
        ("E32", "Det kan være en fordel at skrive tiderne ned.", "Du kan skrive tiderne ned."),
        ("E32", "Det er en god idé at vænne sig til det.", "Du kan vænne dig til det."),
        ("E32", "Det er en god idé at søge i bedre tid.", None),
        ("E32", "Det er en god idé, at I ringer.", None),
        ("E10", "Er der revner, bedes du måle dem.", "Er der revner, beder vi dig måle dem."),
        (
            "E10",
            "Vi sender et skema, som du bedes udfylde.",
            "Vi sender et skema, som vi beder dig udfylde.",
        ),
        (
            "E09",
            "At du har været syg, kan ikke tillægges betydning.",
            "Vi kan ikke lægge vægt på, at du har været syg.",
        ),
        (
            "E04",
            "Din oplysning om, at naboen er enig, er ikke nærmere underbygget.",
            "Vi har ikke oplysninger, der viser, at naboen er enig.",
        ),
        (
            "E04",
            "Oplysningen om, at bilen er solgt, har vi ikke kunnet få bekræftet.",
            "Vi har ikke kunnet få bekræftet, at bilen er solgt.",
        ),
        ("E04", "Dette kan ikke tillægges betydning for fristen.", None),
        ("E08", "Det skal hertil bemærkes, at døren er låst.", "Døren er låst."),
        ("E16", "Det skal hertil bemærkes, at døren er låst.", None),
        ("E08", "Det skal dog bemærkes, at døren er låst.", None),
        ("E33", "Det må erindres, at nogle går forgæves.", "Nogle går forgæves."),
        ("E05", "Det bør nævnes, at din kone ved samtalen sagde nej.", None),
        ("E05", "Vi gør opmærksom på, at sagen kan få betydning.", None),
        ("E09", "Det skal dog medtages, at døren er låst.", None),
        ("E09", "Resten bliver taget hånd om.", None),
        ("E09", "Brevet anses for kommet frem.", None),
        ("E09", "Gruppen, du kommer i, bliver meldt ud.", None),
        ("E10", "Der bedes ved døren udvist kort.", None),
        ("E11", "Intet sker, medmindre det får betydning for sagen her.", None),
        ("E25", "Det kan lægen ikke mindes.", None),
        ("E03", "Timen har du altså ikke fundet.", None),
        ("E08", "Skaden må anses for en fejl.", "Vi vurderer, at skaden er en fejl."),
        (
            "E08",
            "Kravet anses derfor ikke for at være opfyldt.",
            "Vi vurderer derfor, at kravet ikke er opfyldt.",
        ),
        (
            "E08",
            "Det må anses for udelukket, at huset er rødt.",
            "Vi vurderer, at det er udelukket, at huset er rødt.",
        ),
        ("E08", "Sagen kan anses for afsluttet.", None),
        (
            "E04",
            "Det findes herefter ikke godtgjort, at huset er rødt.",
            "Vi vurderer herefter, at det ikke er godtgjort, at huset er rødt.",
        ),
        (
            "E07",
            "Vi forstår godt, at det er surt, men reglerne er jo ens for alle.",
            None,
        ),
        ("E07", "Det forstår vi, men det er koldt.", None),
        ("E07", "Vi er kede af det, men vi kan ikke ændre det.", None),
        ("E07", "Vi forstår det, men vi kan på ingen måde genkende det.", None),
        ("E25", "Afgiften frafaldes ikke.", "[udfyld: hvem] frafalder ikke afgiften."),
        ("E21", "Breve bedes alene ske digitalt.", None),
        ("E17", "Det forstår vi, men reglerne er ens.", None),
        ("E30", "Rebet må du tage ned.", None),
        ("E15", "Øvrige spørgsmål stilles ikke.", None),
        ("E07", "Vi forstår det godt, men en ny tid skal patienten bestille.", None),
        ("E07", "Vi forstår det godt, men præsten blev spurgt i maj.", None),
        ("E07", "Vi forstår det godt, men en tur er ikke en ferie.", None),
        ("E30", "Vælger du forkert, må du søge igen.", None),
        ("E11", "Manglende svar kan få betydning.", None),
        ("E06", "Vi beklager, hvis det var koldt.", None),
        ("E32", "Det kan eventuelt overvejes at låse døren.", "Du kan overveje at låse døren."),
        ("E33", "Døren er låst, og andre må vente.", "Døren er låst."),
        (
            "E11",
            "Gentagne forsinkelser kan få følger.",
            "Gentagne forsinkelser kan få følger. Det kan betyde, at [udfyld: hvad der kan ske].",
        ),
        ("E11", "Så stopper ydelsen.", None),
        ("E18", "Et lån er en sag for dig og en autoriseret rådgiver.", None),
        ("E18", "Spørgsmål rettes til os.", "Spørgsmål kan du rette til os."),
        (
            "E18",
            "Spørgsmål til undervisningen stilles til læreren.",
            "Spørgsmål til undervisningen kan du stille til læreren.",
        ),
        ("E18", "Spørgsmål skal rettes til os.", "Spørgsmål skal du rette til os."),
        ("E19", "Hvilke papirer der skal medbringes, fremgår af vejledningen.", None),
    ],
)
def test_each_way_suits_its_categories(category: str, before: str, after: str | None) -> None:
    assert said(category, before) == after


@pytest.mark.parametrize(
    ("category", "sentence_text", "goes"),
    [
        ("E33", "De øvrige butikker har indrettet sig efter det.", True),
        ("E33", "Samtlige andre gæster viste billet.", True),
        ("E33", "De øvrige 23 butikker har indrettet sig efter det.", False),
        ("E01", "En rettidig tilmelding havde løst den sag.", True),
        ("E01", "Et opslag i planen ville have givet svar på det.", True),
        ("E01", "Vi kunne have svaret bedre på det.", False),
        ("E05", "En ansøgning ville have løst det, men den kom ikke.", False),
    ],
)
def test_an_example_and_a_chance_lost_can_go(
    category: str, sentence_text: str, *, goes: bool
) -> None:
    said_after = said_second(category, sentence_text)
    assert said_after == ("Skemaet er blåt." if goes else None)


def said_second(category: str, text: str) -> str | None:
    """What is left of »Skemaet er blåt.« and the text, where the text can be left out."""
    whole = f"Skemaet er blåt. {text}"
    empty = [c for c in plainer(sentence(whole, 1), category, "du") if not c.text]
    return whole[: empty[0].span.start].rstrip() if empty else None


@pytest.mark.parametrize(
    ("category", "text", "goes"),
    [
        ("E01", "Sagen er åben. Havde du ringet, var det ikke sket.", True),
        ("E05", "Sagen er åben. Man kommer til tiden.", True),
        ("E05", "Sagen er åben. Det er en regel efter fast praksis.", False),
        ("E24", "Sagen er åben. Iveren er stor.", True),
        ("E24", "Det går ikke. Iveren er stor.", False),
        ("E24", "Sagen er åben. En kopi vedlægges til brug for iveren.", False),
        ("E24", "Sagen er åben. De havde ingen bemærkninger til iveren.", False),
        ("E33", "Sagen er åben. Andre børn er nået længere.", True),
        ("E33", "Sagen er åben. Det rammer blandt andre børn.", False),
        ("E33", "Sagen er åben. Kommer andre, lukker døren.", False),
    ],
)
def test_a_remark_that_only_a_category_tells_may_go(
    category: str, text: str, *, goes: bool
) -> None:
    changes = plainer(sentence(text, 1), category, "du")
    assert any(not change.text for change in changes) is goes


def test_nothing_is_added_twice() -> None:
    assert said("E11", "Det kan få følger. Det kan betyde, at [udfyld: hvad].") is None


def test_a_gap_for_a_date_speaks_as_the_letter_does() -> None:
    new = said("E19", "Vi svarer, når vi kan.", "De")
    assert new is not None
    assert "og De hører fra os" in new


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Sagen er åben. Det giver ikke just indtryk af iver. Ring til mig.", True),
        ("Sagen er åben. Det giver ikke just indtryk af iver. Det er alt.", False),
        ("Sagen er åben. Du gav ikke just indtryk af iver. Ring til mig.", False),
        ("Sagen er åben. Derfor giver det ikke just indtryk af iver. Ring til mig.", False),
        ("Sagen er åben. Du skal vise lidt mere iver. Ring til mig.", False),
        ("Sagen er åben. Tre breve giver ikke just indtryk af iver. Ring til mig.", False),
        ("Sagen er åben. Det giver ikke just indtryk af iver. Vi har haft den samtale.", False),
        ("Sagen er åben. Det giver ikke just indtryk af iver. Læg tæpper på.", False),
        ("Sagen er åben. Det lyder ikke rart. Ring til mig.", False),
        ("Sagen er åben. Det giver ikke just indtryk af iver. At den er ny, ses.", False),
        ("Sagen er åben. Du burde i det hele taget få mere lys. Ring til mig.", False),
        ("Det giver ikke just indtryk af iver.", False),
    ],
)
def test_a_remark_goes_where_it_tells_nothing_and_nothing_leans_on_it(
    text: str, *, goes: bool
) -> None:
    number = 0 if text.startswith("Det") else 1
    assert (whole_remark(sentence(text, number)) is not None) is goes


@settings(max_examples=40, deadline=None)
@given(
    before=st.sampled_from(
        ["Beløbet", "Regningen fra maj", "Ansøgningen om 500 kr.", "Brev nr. 7"]
    ),
    verb=st.sampled_from(["er afvist", "bliver sendt", "er jo betalt", "kan ikke gives", "ryddes"]),
    after=st.sampled_from(["", " den 3. maj", " senest fredag", " efter § 12", " til Anne Holm"]),
    category=st.sampled_from(["E09", "E10", "E13", "E15", "E18", "E19", "E25", "E30"]),
)
def test_every_figure_day_and_name_still_stands(
    before: str, verb: str, after: str, category: str
) -> None:
    text = f"{before} {verb}{after}."
    new = said(category, text)
    words = {word.strip(".") for word in f"{before}{after}".lower().split()}
    assert new is None or words <= {word.strip(".,") for word in new.lower().split()}


CATEGORIES = [f"E{number:02}" for number in range(1, 34)]
BROKEN_OFF = [
    "72.",
    "Man bør",
    "Det er ikke",
    "Det er dit ansvar at",
    "Det påhviler lejeren at",
    "Det findes ikke godtgjort, at",
    "Udgiften til rensning påhviler",
    "Vi forstår det godt, men",
    "Skaden må anses for",
    "Der henvises til",
    "Trods to rykkere",
    "Du må selv",
]


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_line_that_breaks_off_anywhere_is_read_all_the_same(text: str) -> None:
    words = text.split()
    for end in range(1, len(words) + 1):
        for sign in ("", "."):
            read = sentence(" ".join(words[:end]).rstrip(".") + sign)
            for category in CATEGORIES:
                for change in chain(plainer(read, category, "du"), fuller(read, category, "du")):
                    assert change.span.start <= change.span.end
