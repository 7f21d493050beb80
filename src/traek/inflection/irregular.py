"""Verbs that go their own way, as infinitive, present, past and participle.

A compound goes as its last part does (»afskrive« as »skrive«) where the endings say so.
"""

from __future__ import annotations

_STRONG = """
bede beder bad bedt
betyde betyder betød betydet
bide bider bed bidt
binde binder bandt bundet
blive bliver blev blevet
bringe bringer bragte bragt
bryde bryder brød brudt
burde bør burde burdet
byde byder bød budt
bære bærer bar båret
drage drager drog draget
drikke drikker drak drukket
drive driver drev drevet
dø dør døde død
falde falder faldt faldet
fare farer for faret
finde finder fandt fundet
flyde flyder flød flydt
flyve flyver fløj fløjet
fnyse fnyser fnøs fnyst
forlade forlader forlod forladt
forsvinde forsvinder forsvandt forsvundet
fortryde fortryder fortrød fortrudt
fryse fryser frøs frosset
fyge fyger føg føget
følge følger fulgte fulgt
få får fik fået
gide gider gad gidet
give giver gav givet
glide glider gled gledet
gnide gnider gned gnedet
gribe griber greb grebet
græde græder græd grædt
gyde gyder gød gydt
gyse gyser gøs gyst
gælde gælder gjaldt gældt
gøre gør gjorde gjort
gå går gik gået
have har havde haft
hedde hedder hed heddet
hive hiver hev hevet
hjælpe hjælper hjalp hjulpet
holde holder holdt holdt
hænge hænger hang hængt
jage jager jog jaget
klinge klinger klang klinget
knibe kniber kneb knebet
komme kommer kom kommet
krybe kryber krøb krøbet
kunne kan kunne kunnet
kvæle kvæler kvalte kvalt
lade lader lod ladet
tillade tillader tillod tilladt
undlade undlader undlod undladt
overlade overlader overlod overladt
efterlade efterlader efterlod efterladt
udelade udelader udelod udeladt
indlade indlader indlod indladt
løslade løslader løslod løsladt
oplade oplader oplod opladt
nedlade nedlader nedlod nedladt
le ler lo leet
lide lider led lidt
ligge ligger lå ligget
lyde lyder lød lydt
lyve lyver løj løjet
lægge lægger lagde lagt
løbe løber løb løbet
måtte må måtte måttet
nyde nyder nød nydt
nyse nyser nøs nyst
pibe piber peb pebet
ride rider red redet
rive river rev revet
ryge ryger røg røget
række rækker rakte rakt
se ser så set
sidde sidder sad siddet
sige siger sagde sagt
ske sker skete sket
skride skrider skred skredet
skrige skriger skreg skreget
skrive skriver skrev skrevet
skulle skal skulle skullet
skyde skyder skød skudt
skære skærer skar skåret
slibe sliber sleb slebet
slide slider sled slidt
slippe slipper slap sluppet
slå slår slog slået
smide smider smed smidt
smøre smører smurte smurt
snige sniger sneg sneget
spinde spinder spandt spundet
stinke stinker stank stinket
snyde snyder snød snydt
sove sover sov sovet
springe springer sprang sprunget
sprække sprækker sprak sprukket
spørge spørger spurgte spurgt
stige stiger steg steget
stikke stikker stak stukket
stjæle stjæler stjal stjålet
stride strider stred stridt
stryge stryger strøg strøget
strække strækker strakte strakt
stå står stod stået
svide svider sved svedet
svinde svinder svandt svundet
svinge svinger svang svunget
sværge sværger svor svoret
synge synger sang sunget
synke synker sank sunket
synes synes syntes syntes
sælge sælger solgte solgt
sætte sætter satte sat
tage tager tog taget
tie tier tav tiet
træde træder trådte trådt
træffe træffer traf truffet
trække trækker trak trukket
turde tør turde turdet
tvinge tvinger tvang tvunget
tælle tæller talte talt
vide ved vidste vidst
vige viger veg veget
ville vil ville villet
vinde vinder vandt vundet
vride vrider vred vredet
vække vækker vakte vakt
vælge vælger valgte valgt
være er var været
æde æder åd ædt
"""

STRONG: dict[str, tuple[str, str, str]] = {
    words[0]: (words[1], words[2], words[3])
    for words in (line.split() for line in _STRONG.split("\n"))
    if words
}
"""Present, past and participle by the infinitive."""

WITH_BE: frozenset[str] = frozenset(
    "blive komme gå rejse flytte forsvinde falde ske begynde ophøre vokse stige synke dø løbe rykke"
    " skride vende ankomme udløbe bortfalde fraflytte tilflytte forfalde opstå overgå udgå fragå"
    " fremkomme indtræffe indtræde udtræde tiltræde fratræde mislykkes lykkes stoppe slutte"
    " holde-op".split()
)
"""Verbs of motion and change, whose perfect is made with »er«."""

NO_PASSIVE: frozenset[str] = frozenset(
    "blive være have kunne skulle ville måtte burde turde hedde komme ske lykkes synes findes"
    " ligge sidde stå dø falde forsvinde".split()
)
"""Verbs that have no s-passive, or one that nobody writes."""

_NOUNS = """
barn et barnet børn børnene
mand en manden mænd mændene
kvinde en kvinden kvinder kvinderne
fod en foden fødder fødderne
hånd en hånden hænder hænderne
bog en bogen bøger bøgerne
tand en tanden tænder tænderne
nat en natten nætter nætterne
ko en koen køer køerne
so en soen søer søerne
and en anden ænder ænderne
gås en gåsen gæs gæssene
mus en musen mus musene
far en faren fædre fædrene
fader en faderen fædre fædrene
mor en moren mødre mødrene
moder en moderen mødre mødrene
bror en broren brødre brødrene
broder en broderen brødre brødrene
datter en datteren døtre døtrene
søster en søsteren søstre søstrene
øje et øjet øjne øjnene
bonde en bonden bønder bønderne
klo en kloen kløer kløerne
rod en roden rødder rødderne
stang en stangen stænger stængerne
tang en tangen tænger tængerne
kraft en kraften kræfter kræfterne
stad en staden stæder stæderne
nød en nøden nødder nødderne
sted et stedet steder stederne
forælder en forælderen forældre forældrene
penge en - penge pengene
forår et foråret forår forårene
kriterium et kriteriet kriterier kriterierne
ministerium et ministeriet ministerier ministerierne
museum et museet museer museerne
skema et skemaet skemaer skemaerne
job et jobbet job jobbene
tilbud et tilbuddet tilbud tilbuddene
bud et buddet bud buddene
påbud et påbuddet påbud påbuddene
forbud et forbuddet forbud forbuddene
svar et svaret svar svarene
ansvar et ansvaret - -
hensyn et hensynet hensyn hensynene
medarbejder en medarbejderen medarbejdere medarbejderne
borger en borgeren borgere borgerne
menneske et mennesket mennesker menneskene
ide en ideen ideer ideerne
kollega en kollegaen kolleger kollegerne
procent en procenten procent procenterne
plan en planen planer planerne
form en formen former formerne
sol en solen sole solene
teater et teatret teatre teatrene
kapel et kapellet kapeller kapellerne
time en timen timer timerne
studerende en - studerende studerende
pårørende en - pårørende pårørende
ledige en - ledige ledige
rejsende en - rejsende rejsende
mad en maden - -
ende en enden ender enderne
hundrede et hundredet hundreder hundrederne
center et centret centre centrene
lager et lageret lagre lagrene
post en posten poster posterne
"""

NOUNS: dict[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:]) for words in (line.split() for line in _NOUNS.split("\n")) if words
}
"""Gender, definite, plural and definite plural of nouns by the singular; »-« where there is none."""

ONLY_ALONE = frozenset(
    "and so ko far mor nat rod nød mus klo gås tang stang tand øje sol form plan ide time ende mad post".split()
)
"""Irregular nouns that other words end like without being compounds of them: »stand«, »udland«."""

_ADJECTIVES = """
grov groft grove grovere grovest
god godt gode bedre bedst
dårlig dårligt dårlige dårligere dårligst
ringe ringe ringe ringere ringest
slem slemt slemme værre værst
ond ondt onde værre værst
gammel gammelt gamle ældre ældst
ung ungt unge yngre yngst
lille lille små mindre mindst
stor stort store større størst
lang langt lange længere længst
få få få færre færrest
mange mange mange flere flest
meget meget meget mere mest
nær nært nære nærmere nærmest
fin fint fine finere finest
tung tungt tunge tungere tungest
egen eget egne - -
ny nyt nye nyere nyest
fri frit frie friere friest
blå blåt blå - -
grå gråt grå - -
snu snu snu snuere snuest
fælles fælles fælles - -
ekstra ekstra ekstra - -
bange bange bange - -
"""

ADJECTIVES: dict[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:])
    for words in (line.split() for line in _ADJECTIVES.split("\n"))
    if words
}
"""Neuter, plural, comparative and superlative of adjectives by the base; »-« where there is none."""
