# Orden på sidorna som visar registret. Alla språk har samma meddelanden, med samma delar ifyllda.

language-name = svenska

## Runt varje sida

skip = Hoppa till sidan
nav-label = Sidor
nav-week = Veckan
settings = Inställningar
view-label = Ur vems synvinkel
view-hint = En stat eller organisation, på vilket språk som helst eller med sin kod. Tomt: ingens.
view-set = Välj
language-label = Språk
register-at = Register:
no-date = utan datum
as-table = Som tabell
field-date = datumet
field-kind = slaget
field-country = landet
field-city = staden

## Listor

n-sources = { $n ->
    [one] { $figure } källa
   *[other] { $figure } källor
}
in-passing = i förbigående
disputed-field = uppgifterna går isär: { $field }
overdue = förföll
due-on = förfaller
to-place = till

## Slag av uttalanden

type-agreement = Överenskommelse
type-request = Begäran
type-pledge = Löfte
type-position = Ståndpunkt
type-assessment = Bedömning
type-courtesy = Artighet
type-invitation = Inbjudan
type-support = Stöd
type-target = Mål
type-next-step = Nästa steg
type-topic = Ämne

## Veckan

period-label = Period
period-before = Perioden före
period-after = Perioden efter
unit-week = Vecka
unit-month = Månad
unit-year = År
week-instead = För denna vecka finns inget ännu. Här visas den senaste vecka som något är känt om.
week-engagements = Vilka som mötts
week-due = Förfaller
week-visits = Vem som reste vart
week-new = Nytt i registret
activity = Händelser vecka för vecka
activity-alternative = Hur många händelser var och en av de senaste tretton veckorna hade, efter slag.
other-kinds = Övrigt
empty-register = Registret är tomt. Lägg till dokument med ”chancery add”: pressmeddelanden, referat, nyheter.
empty-days = Inget är känt om dessa dagar. Välj en annan period, eller välj bort synvinkeln.
empty-due = Inget förfaller inom en månad.
empty-visits = Inga besök är kända för dessa dagar.
empty-new = Inget har kommit in på sistone.

## När något går fel

problem-nothing = Här finns inget
mend-nothing = Adressen kan vara felskriven, eller så har posten blivit en del av en annan. Gå till en lista och sök därifrån.
problem-unclear = Detta går inte att förstå
mend-unclear = Gå tillbaka och ändra det som efterfrågades.
problem-foreign = Detta skickades inte från en sida i programmet
mend-foreign = Programmet kan ha startats om sedan sidan öppnades. Läs in sidan igen och skicka på nytt.
problem-too-much = Detta är för stort
mend-too-much = Skicka mindre åt gången.
problem-cannot = Detta går inte att göra
mend-cannot = Inget har ändrats.
problem-busy = Ett annat program skriver i registret
mend-busy = Inget har ändrats. Försök igen när det är klart.
problem-indexing = Sökregistret håller på att byggas
mend-indexing = Läs in sidan igen om en stund. Till dess går veckan och enskilda poster att läsa.
problem-ending = Programmet avslutas
mend-ending = Starta det igen och läs in sidan.
problem-slow = Detta tog för lång tid
mend-slow = Be om mindre: en kortare period eller färre poster.
problem-failed = Programmet har gjort fel
mend-failed = Inget har ändrats. Programmets logg säger vad som hände; rapportera det och vad du gjorde.

## Sökning och listor

nav-engagements = Händelser
find-label = Sök
find-placeholder = Ord, ”fraser”, party:JP, from:2026-01
find-button = Sök
from-label = från
to-label = till
sort-label = Ordning
sort-relevance = Bäst först
sort-date = Senast först
narrow-label = Avgränsa
chosen-label = Avgränsat till
chosen-remove = Ta bort avgränsningen
chosen-clear = Rensa alla
only-disputed = Där uppgifter går isär
more-values = Fler
facet-kind = Slag
facet-party = Part
facet-topic = Ämne
facet-type = Slag av uttalande
facet-language = Språk
facet-year = År
empty-found = Inget motsvarar allt detta. Ta bort något, eller sök på färre ord.
pages-label = Listans sidor
page-before = Bakåt
page-after = Vidare
give-away = Just denna lista som

## Avgöranden

rulings-title = Avgöranden
rulings-hint = Vad människor har bestämt. Inget dokument, inget språkpaket och ingen omläsning går före; att ångra tar tillbaka det.
empty-rulings = Ingen har avgjort något ännu. Uppgifter som går isär och tveksamma läsningar avgörs där de visas.
made-ruling = Avgörande
undone-ruling = Ångrat, avgörande
undone-by = ångrat av
undo = Ångra
ruling-waits = väntar: orden läses inte som förut
ruling-merge = { $n } redogörelser gäller en och samma händelse
ruling-split = en redogörelse gäller en annan händelse
ruling-set = { $field } är { $value }
ruling-confirm = redogörelsen bekräftad
ruling-reject = redogörelsen underkänd
ruling-confirm-claim = uttalandet bekräftat
ruling-reject-claim = uttalandet underkänt
ruling-same-person = { $a } och { $b } är samma person
ruling-other-person = { $a } och { $b } är två personer
ruling-state = { $matter }: { $state }
ruling-link = uttalande fört till: { $matter }
ruling-unlink = uttalande taget ur: { $matter }
value-unknown = okänt
field-occasion = tillfället
field-parties = parterna

## En händelse

show-label = Hur den visas
show-record = Post och dokument
show-side = Redogörelser sida vid sida
n-accounts = { $n ->
    [one] { $figure } dokument
   *[other] { $figure } dokument
}
people = Personer
accounts-differ = redogörelserna skiljer sig om { $field }
settled-by = avgjort genom avgörande
take-this = Ta detta
column-said = Vad som sägs
said-by-all = alla säger det
said-by-some = några säger det
said-by-one = bara { $source } säger det
said-differently = sägs olika: { $fields }
differs-in-type = slag
differs-in-strength = styrka
differs-in-figure = belopp
differs-in-date = datum
differs-in-actors = vem
why = Säkerhet och regel
in-document = i dokumentet
certainty = säkerhet
confirmed = bekräftad
confirm = Bekräfta
reject = Underkänn
split = Skilj från de andra
correct = Rätta eller slå ihop
correct-field = Fält
correct-value = Värde
correct-hint = En dag som 2026-01-14, flera som 2026-01-14..2026-01-16; parter med kod eller namn och komma emellan; - där inget är känt.
correct-why = Varför
rule = Avgör så
merge-with = Slå ihop med händelsen
merge-hint = Den andras namn, så som dess sida visar det. Denna:
merge = Slå ihop
history = Historik
why-one = Varför dessa redogörelser är en och samma händelse
by-ruling = genom ett avgörande

## Övriga sidor

nav-matters = Ärenden
nav-parties = Parter
nav-people = Personer
nav-queue = Granska
nav-documents = Dokument
nav-papers = Underlag
n-engagements = { $n ->
    [0] inga händelser
    [one] { $figure } händelse
   *[other] { $figure } händelser
}
n-others = { $n ->
    [one] berättas av { $figure } till
   *[other] berättas av { $figure } till
}

## Ärenden

all-kinds = Alla
show-board = Tavla
show-list = Lista
matter-kind-instrument = Avtal
matter-kind-level = Förbindelsernas nivå
matter-kind-candidacy = Kandidaturer
matter-kind-target = Mål
matter-kind-session = Möten i ordningen
matter-kind-invitation = Inbjudningar
matter-kind-next-step = Nästa steg
matter-kind-topic = Ämnen
column-matter = Ärende
column-state = Läge
column-due = Förfaller
column-parties = Parter
column-last = Senast omtalat
empty-matters = Inget ärende passar. Ärenden kommer av begäran, löften, överenskommelser, mål och inbjudningar; välj ett annat slag eller en annan part.
matter-said = Vad som sagts och gjorts
matter-stands = Hur det står till
strength = styrka
said-held = Hölls
said-visited = Besök
said-signed = Undertecknat

## Personer

people-find = Ett namn
offices-title = Ämbeten
empty-offices = Inget ämbete är känt.
spellings-title = Hur namnet skrivs
told-of = omtalad
brief = Underlag inför möte
person-correct = Rätta
person-name = Detta namn
person-other = Ett annat namn, eller dess nyckel
same-person = Samma person
other-person = Två personer

## Parter

pair-label = Inför ett möte: din part, och
pair-other = den andra parten
pair-show = Visa
all-engagements = Alla händelser
last-met = Senaste kontakter
open-matters = Öppna ärenden
partners = Med vilka
topics = Om vad
by-year = Händelser år för år
by-year-alternative = Hur många händelser varje år hade.
who-request = { $party } har begärt
who-pledge = { $party } har lovat

## Dokument

find-in-documents = Ord i dokument
refused = Kunde inte tas emot
dismiss = Ta bort
empty-documents = Här finns inga dokument ännu. Skicka några: pressmeddelanden, referat, nyheter.
send-title = Lägg till dokument
send-files = Filer
send-hint = Välj filer eller släpp dem här: text, HTML, PDF, Word, e-post, arkiv.
send-text = Eller klistra in en text
send-more = Vad du vet om dem
send-source = Vem som har publicerat dem
send-published = När de publicerades
send-told-by-text = framgår av texten
send = Lägg till och läs
explain = Hur det läses
as-it-came = Som det kom
added = tillagt
empty-reading = Ingen händelse hittades i dokumentet. ”Hur det läses” visar varför.
rejected = underkänd
origins = Varifrån det kommer
corrections = Rättelse
corrects = Ersätter
corrected-by = Ersattes av
stands-no-more = Finns inte kvar där
line-added = Tillkommet:
line-removed = Borttaget:
lines-more = { $n ->
    [one] { $figure } rad till skiljer sig
   *[other] { $figure } rader till skiljer sig
}
text = Text

## Underlag

paper-digest = Veckobrev
paper-review = Återblick
paper-language = Underlagets språk
paper-show = Visa
paper-save = Spara som
paper-edit = Redigera som text
paper-text = Underlaget som text
paper-text-hint = Markdown: ändra ord, stryk rader, lägg till egna; noter inom klammer hör till sina meningar. Skriv sedan ut.
paper-preview = Underlaget
paper-view-hint = Ur ingens synvinkel; inställningarna ovan ändrar det.
brief-ours = Din part
brief-theirs = Den andra parten
brief-person = Eller en person
empty-brief = Ange två parter eller en person.

## Granska

queue-disputes = Skilda uppgifter
queue-doubtful = Tveksamma sammanslagningar
queue-uncertain = Osäkra läsningar
queue-people = Nya personer
queue-disputes-hint = Ta ett av värdena med dess siffra; sedan kommer nästa.
queue-doubtful-hint = Gäller dessa redogörelser samma händelse? Bokstäverna skiljer källorna åt.
queue-uncertain-hint = Säger dokumentet detta? Posten står till vänster, orden till höger.
queue-people-hint = Någon som inte var känd förut. Är det en annan stavning av ett känt namn?
queue-previous = Tillbaka
queue-next = Nästa
queue-help = Tangenter
are-one = Det är samma
split-this = Skilj dem åt
empty-queue = Inget väntar här. Bra gjort.
keys-title = Tangenter
keys-find = sök
keys-next = nästa, föregående
keys-take = ta ett av värdena
keys-accept = godta, underkänn
keys-split = skilj en redogörelse från de andra
keys-edit = rätta ett fält, slå ihop
keys-undo = ångra det senaste avgörandet
keys-help = denna lista
close = Stäng

## Källor

sources-title = Källor
sources-hint = Det som följs. ”chancery watch” frågar varje källa när det är dags och sparar det som publiceras; härifrån frågas ingenting om du inte prövar en källa.
empty-sources = Inga källor följs ännu. Lägg till ett flöde, en webbplatskarta eller en sida som listar nyheter.
source-never = aldrig frågad
source-next = nästa
source-paused = pausad
source-pause = Pausa
source-resume = Följ igen
source-look = Pröva
source-remove = Ta bort
source-failures = Det som inte kunde hämtas
source-add-title = Lägg till en källa
source-add = Lägg till
source-publisher = Vem som publicerar där
source-address = Adress
source-address-hint = Ett flöde, en webbplatskarta eller en sida som listar nyheter.
source-more = Hur den läses
source-kind = Vad som finns där
source-kind-auto = framgår av det som kommer
source-kind-feed = flöde
source-kind-sitemap = webbplatskarta
source-kind-listing = sida som listar andra
source-kind-folder = mapp
source-links = Vilka länkar, som CSS-selektor
source-below = Bara adresser som börjar så
source-every = Hur ofta
every-hours = { $n ->
    [one] varje timme
   *[other] var { $figure }:e timme
}
every-minutes = { $n ->
    [one] varje minut
   *[other] var { $figure }:e minut
}
n-pages-kept = { $n ->
    [0] inget sparat
    [one] { $figure } sida sparad
   *[other] { $figure } sidor sparade
}
n-pages-waiting = { $n ->
    [one] { $figure } väntar
   *[other] { $figure } väntar
}
n-pages-gone = { $n ->
    [one] { $figure } borttagen sedan dess
   *[other] { $figure } borttagna sedan dess
}
n-pages-failing = { $n ->
    [one] { $figure } kunde inte hämtas
   *[other] { $figure } kunde inte hämtas
}
n-pages-found = { $n ->
    [0] listar ingenting
    [one] listar { $figure } sida
   *[other] listar { $figure } sidor
}
looks-title = Källor som har prövats
looks-again = Se efter igen
look-under-way = Frågas; det kan ta en minut.
look-nothing = Inget skulle tas med. Ange länkarna eller hur adresserna börjar, eller välj ett flöde.
look-feeds = Sidan anger dessa flöden:
fetch-title = Hämta en sida
fetch-address = Dess adress
fetch = Hämta och läs
fetch-under-way = Hämtas:

## The API

api-title = API för program
api-needed = krävs
api-problems = Vad som kan gå fel

## Översikter

nav-overviews = Översikter
calendar-title = Kalender
matrix-title = Vem med vem
network-title = Nätverk
map-title = Karta
weekday-1 = mån
weekday-2 = tis
weekday-3 = ons
weekday-4 = tors
weekday-5 = fre
weekday-6 = lör
weekday-7 = sön
more-due = Mer väntas
more-of-day = { $figure } till
day-unknown = Under månaden, okänt vilken dag
matrix-hint = Hur många händelser varje par har, månad för månad. Räknat är det som började då. Det som fler än fyra parter deltar i är inte med: det säger föga om varje par. Listorna bakom talen har både det och sådant som pågick sedan tidigare.
two-parties = Par
in-all = Totalt
more-pairs = { $n ->
    [one] { $figure } par till har färre.
   *[other] { $figure } par till har lika många eller färre.
}
network-hint = Vilka som har mest med varandra att göra: ju tjockare linje, desto fler händelser. Räknat är det som började under månaderna. Det som fler än fyra parter deltar i är inte med. Listorna bakom talen har både det och sådant som pågick sedan tidigare.
network-alternative = Parterna med flest händelser i en cirkel, med en linje mellan två som har händelser med varandra. Talen står i tabellen.
map-alternative = En världskarta med en punkt vid varje huvudstad eller säte, större ju fler händelser parterna där har. Talen står i tabellen.
map-hint = Punkterna är huvudstäder och säten; ju större, desto fler händelser har parterna där. Inga gränser är ritade: var de går är en politisk fråga. Städernas lägen kommer från GeoNames (CC BY 4.0).
seat = Huvudstad eller säte
seat-unknown = okänt
