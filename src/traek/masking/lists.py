"""Words that tell a person's name from an authority's, a title and the rest of a letter."""

from __future__ import annotations

from collections.abc import Sequence

FIRST_NAMES = frozenset(
    """
    Abdi Abdul Adam Agnes Agnete Ahmad Ahmed Aksel Albert Alberte Alex Alexander Alfred Alma
    Amalie Amanda Amina Amir Anders Andrea Andreas Anette Anita Anja Ann Anna Anne Anneline
    Annelise Annemarie Annette Annika Anni Anny Anton Arne Arthur Asger Astrid Aya Axel Bente
    Bent Benjamin Benny Bertil Berit Birger Birgit Birgitte Birte Birthe Bjarne Bodil Brian Britta
    Børge Camilla Carina Carl Carla Carsten Caroline Casper Cecilie Charlotte Chris Christian
    Christina Christine Christoffer Christopher Clara Claus Dagmar Daniel Danny David Dennis Ditte
    Dorte Dorthe Ebba Ebbe Edith Egon Einar Ejner Elias Elin Elisabeth Elise Ella Ellen Elly Else
    Elsebeth Emil Emilie Emily Emma Emmy Erik Erling Esben Esther Eva Fatima Fatma Felix Ferdinand
    Filip Finn Flemming Freja Frederik Frederikke Frida Frode Gerda Gert Gitte Grete Grethe Gudrun
    Gunnar Gunhild Gustav Hamza Hanne Hans Harald Harry Hassan Hector Heidi Helga Helge Helle Henning
    Henriette Henrik Henry Herdis Hilda Hugo Hussein Ib Ibrahim Ida Inga Inge Ingeborg Inger Ingrid
    Irene Iris Isabella Ivan Jacob Jakob Jan Janne Jannik Jannie Jasmin Jean Jens Jeppe Jesper Jette
    Joan Johan Johanne Johannes John Johnny Jonas Jonathan Josefine Julie Julia Julius Jytte
    Jørgen Jørn Kaj Karen Karin Karina Karl Karla Karoline Kasper Katja Katrine Kenneth Kent Kim
    Kirsten Kirstine Kjeld Klara Klaus Knud Kristian Kristina Kristine Kristoffer Kurt Lars Lasse
    Laura Laurits Laust Leif Lena Lene Leo Leon Lilli Lillian Lily Linda Line Lis Lisa Lisbeth Lise
    Liselotte Liv Lone Lotte Louise Lucas Lukas Lærke Maja Malene Malou Malthe Mads Magnus Maiken
    Maj-Britt Malik Marcus Maren Margit Margrethe Maria Mariam Marianne Marie Marius Markus Martin
    Mathias Mathilde Merete Merethe Mette Mia Michael Michelle Mie Mikael Mikkel Miriam Mogens
    Mohamad Mohamed Mohammad Mohammed Monica Morten Muhammad Mustafa Nadia Nanna Naja Natasja
    Nicklas Nicolai Niels Niklas Nikolaj Nina Noah Nora Ole Olga Olivia Oliver Omar Oscar Oskar Otto
    Palle Patrick Paul Peder Per Pernille Pete Peter Petra Philip Pia Poul Preben Rasmus Rebecca
    Rene René Regitze Rikke Rita Robert Rolf Ronni Ronny Rosa Ruth Sabrina Sally Samuel Sandra Sanne
    Sara Sarah Sebastian Sidsel Signe Sigrid Silje Simon Simone Sofia Sofie Solveig Sonja Sophia
    Sophie Stefan Steen Stella Stig Stine Susan Susanne Svend Sven Sylvester Søren Søs Tage Tanja
    Theis Thea Theodor Thomas Thor Thorkild Thyra Tilde Tina Tine Tobias Tom Tommy Tone Tonny Torben
    Tore Tove Trine Troels Uffe Ulla Ulrik Ulrikke Ursula Valdemar Vagn Vera Verner Vibeke Victor
    Victoria Viggo Vilhelm Villads Villy Viola Vita Vivi Vivian William Willy Winnie Yasmin Ylva
    Youssef Yusuf Yvonne Zahra Zainab Gry Liva Layla Leila Viktor Vilfred Rune Waldemar Silas Samir Samira Rebekka Aysel
    Torkild Arthur Nohr Isak Isabel Ellie Karla Nanna Lærke Marcus Mille Smilla Merle Naya Vigga Alba
    Malak Ali Hamid Karim Rashid Said Sami Selma Selim Emre Mehmet Murat Ayse Elif Hatice Zeynep Noor
    Amira Maryam Khadija Halima Hodan Fadumo Abdullah Yasin Bilal Tariq Imran Asif Nasrin Farida Ewa
    Agnieszka Katarzyna Piotr Andrzej Tomasz Krzysztof Marek Oksana Olena Iryna Natalia Volodymyr
    Nhung Thanh Conni Connie Bettina Allan Asbjørn Ejgil Ejvind Eyvind Ellinor Frank Frants Grith
    Dorrit Dagny Ernst Fatuma Tenna Tania Tommy Kamilla Kirsa Kjestine Asta Ane Gorm Gry Hjalmar
    Holger Ingolf Jannick Jimmy Jonna Judith Karsten Keld Lilian Lissi Lissy Majbritt Marlene
    Mathies Maximilian Mina Mona Nicoline Niller Oda Orla Otilia Ove Rigmor Ragnhild Robin Roar
    Sander Sif Sigurd Solvej Svenning Tabita Tanya Thilde Thomas Thorvald Toke Tove Trine Valborg
    Vilma Walter Werner Øjvind Åge Aage Åse Aase
    """.split()
)
"""Common first names; one of them with another name after it is a person anywhere in a letter."""

SURNAMES = frozenset(
    """
    Andersen Andreasen Bertelsen Carlsen Christensen Christiansen Christoffersen Clausen Danielsen
    Davidsen Eriksen Frandsen Frederiksen Gregersen Hansen Hendriksen Henriksen Iversen Jacobsen
    Jakobsen Jensen Jeppesen Jespersen Jessen Johannesen Johansen Johnsen Jørgensen Karlsen Kjær
    Kjeldsen Klausen Knudsen Kristensen Kristiansen Kristoffersen Larsen Lassen Lauridsen Lauritsen
    Laursen Lorentzen Madsen Mathiasen Mathiesen Michaelsen Michelsen Mikkelsen Mogensen Mortensen
    Nicolaisen Nielsen Nikolajsen Nygaard Nørgaard Olesen Olsen Ottesen Ovesen Paulsen Pallesen
    Petersen Pedersen Poulsen Rasmussen Simonsen Steffensen Svendsen Sørensen Thomsen Thorsen
    Thygesen Toft Villadsen Winther Østergaard Aagaard Ahmed Ali Hussein Khan Nguyen Hassan
    """.split()
)
"""Common surnames; one of them with another capital word before it is a person."""

NOT_ALONE = frozenset(
    """
    An Al And At Da De Dem Den Der Deres Det Din Dit Dine Du En Er Et For Fra Han Har Hej Her Hun I
    Ja Jeg Kan Kom Kære Man Med Men Mens Min Nu Når Og Om Op På Se Selv Skal Som Så Tak Til Vi Ved
    Ville Vores Var Vær Bo Dag Sand
    """.split()
)
"""Words that are masked inside a name only, for they mostly mean something else."""

_BODIES = (
    "kommune kommunen region regionen styrelse styrelsen ministerie ministeriet ministerium nævn "
    "nævnet skole skolen gymnasium gymnasiet hospital hospitalet sygehus sygehuset forening "
    "foreningen forsyning forsyningen politi politiet ret retten byret byretten landsret "
    "landsretten udvalg udvalget råd rådet forvaltning forvaltningen afdeling afdelingen center "
    "centret centeret kontor kontoret sekretariat sekretariatet børnehave børnehaven vuggestue "
    "vuggestuen institution institutionen klub klubben selskab selskabet bibliotek biblioteket "
    "museum museet universitet universitetet service danmark team teamet enhed enheden ydelse "
    "ydelser tilbud tilbuddet ambulatorium ambulatoriet klinik klinikken hjem hjemmet bolig boliger "
    "kasse kassen bank banken fond fonden fonde kirke kirken sogn sognet parti partiet bygning tjeneste "
    "tjenesten vagt vagten linje linjen hus huset kreds kredsen laug lauget foretagende direktorat "
    "direktoratet departement departementet ombudsmand ombudsmanden myndighed myndigheden "
    "inspektion inspektionen tilsyn tilsynet ledelse ledelsen bestyrelse bestyrelsen stab staben "
    "gruppe gruppen bureau bureauet fællesskab fællesskabet sagen forlag forlaget værk værket vej "
    "vejen gade gaden allé alle plads pladsen torv torvet park parken stræde boulevard post "
    "ejendom ejendomme ejendomsservice ingen heden heder tionen kommission dagpleje dagplejen "
    "hjemmepleje hjemmeplejen hjælp hjælpen pleje plejen indsats indsatsen planlægning miljø teknik "
    "kultur fritid økonomi ankestyrelsen udbetaling skat erne ning tion else heri byggeri røntgen social sundhed "
    "børn unge ældre job forsorg byen kontrol kontrollen elnet nettet sektion sektor område området ordning ordningen"
)
_ROLES = (
    "mægtig mægtige leder ledere chef chefer direktør direktører konsulent konsulenter rådgiver "
    "rådgivere sekretær sekretærer assistent assistenter inspektør inspektører lærer lærere pædagog "
    "pædagoger læge læger sygeplejerske medarbejder medarbejdere behandler behandlere jurist "
    "jurister borgmester formand forkvinde forperson minister ingeniør arkitekt økonom koordinator "
    "vejleder vejledere terapeut plejer elev student vikar advokat dommer betjent kommissær "
    "overlæge rektor provst præst biskop kasserer forvalter mester tekniker officer specialist "
    "ekspert analytiker administrator kontrollant tilsynsførende forsker professor lektor "
    "psykolog jordemoder tandlæge laborant portør vært værter kunde kunder borger borgere beboer "
    "beboere lejer lejere ejer ejere ansøger ansøgere modtager modtagere forælder forældre bruger "
    "brugere medlem medlemmer patient patienter pårørende klager klagere skyldner part parter "
    "andelshaver andelshavere grundejer grundejere studerende elever virksomhed virksomheder nabo "
    "naboer kollega kolleger kollegaer venner familie familien alle herre frue hr fru frk "
    "administration ombud repræsentant ansvarlig ansvarlige fører fuldmægtig kontakt håndværker "
    "rengøring kommunaldirektør regnskab bogholder bogholderi vicevært ansat ansatte sagsbehandlende bibliotekar pedel visitator planlægger manager forvalter"
)
STREET_WORDS = frozenset("vej gade allé alle stræde plads torv boulevard park vænge gyde".split())

_BODY_WORDS = frozenset(_BODIES.split()) | {"a/s", "aps", "i/s", "p/s", "k/s", "ivs"}
_ROLE_WORDS = frozenset(_ROLES.split())
_LEAST_ENDING, _LEAST_BEFORE = 4, 3


def names_a_body(words: Sequence[str]) -> bool:
    """Whether `words` name an authority, a firm or a place, not a person."""
    known = not FIRST_NAMES.isdisjoint(words)
    lowers = [word.lower() for word in words]
    lowers += [word.split("-")[-1] for word in lowers if "-" in word]
    if any(word in _BODY_WORDS for word in lowers):
        return True
    return not known and any(_ends_in(word, _BODY_WORDS) for word in lowers)


def names_a_role(words: Sequence[str]) -> bool:
    """Whether `words` are a title, or what a reader may be called without a name."""
    if not FIRST_NAMES.isdisjoint(words):
        return False
    lowers = [word.lower() for word in words]
    return any(word in _ROLE_WORDS or _ends_in(word, _ROLE_WORDS) for word in lowers)


def _ends_in(word: str, endings: frozenset[str]) -> bool:
    """Whether a long word is a compound with one of `endings`, or its genitive."""
    bare = word.removesuffix("s")
    return any(
        whole[at:] in endings
        for whole in {word, bare}
        for at in range(_LEAST_BEFORE, len(whole) - _LEAST_ENDING + 1)
    )
