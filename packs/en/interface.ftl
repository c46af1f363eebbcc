# The words of the pages that show the register. Every language has the same messages, with the same parts filled in.

language-name = English

## Around every page

skip = Skip to the page
nav-label = Pages
nav-week = This week
settings = Settings
view-label = Point of view
view-hint = A state or organisation, in any language or by its code. Empty: nobody’s.
view-set = Set
language-label = Language
register-at = Register:
no-date = no date
as-table = As a table
field-date = the date
field-kind = the kind
field-country = the country
field-city = the city

## Lists

n-sources = { $n ->
    [one] { $figure } source
   *[other] { $figure } sources
}
in-passing = in passing
disputed-field = disputed: { $field }
overdue = overdue since
due-on = due
to-place = to

## Types of claims

type-agreement = Agreement
type-request = Request
type-pledge = Pledge
type-position = Position
type-assessment = Assessment
type-courtesy = Courtesy
type-invitation = Invitation
type-support = Support
type-target = Target
type-next-step = Next step
type-topic = Topic

## This week

period-label = Period
period-before = The period before
period-after = The period after
unit-week = Week
unit-month = Month
unit-year = Year
week-instead = Nothing is on record for this week yet. This is the last week of which something is.
week-engagements = Who met whom
week-due = Falls due
week-visits = Who went where
week-new = New in the register
activity = Activity by week
activity-alternative = How many engagements each of the last thirteen weeks had, by kind.
other-kinds = Others
empty-register = The register is empty. Add documents with “chancery add”: press releases, readouts, news stories.
empty-days = Nothing is on record for these days. Choose another period, or set the point of view to nobody’s.
empty-due = Nothing falls due within a month.
empty-visits = No visits are on record for these days.
empty-new = Nothing has come in lately.

## What went wrong

problem-nothing = There is nothing here
mend-nothing = The address may be mistyped, or the entry may have become part of another one. Go to a list and look from there.
problem-unclear = This cannot be understood
mend-unclear = Go back and change what was asked.
problem-foreign = This was not sent from a page of this program
mend-foreign = The program may have been restarted since the page was opened. Reload the page and send it again.
problem-too-much = This is too large
mend-too-much = Send less at once.
problem-cannot = This cannot be done
mend-cannot = Nothing was changed.
problem-busy = Another program is writing to the register
mend-busy = Nothing was changed. Try again when it is done.
problem-indexing = The index of words is still being made
mend-indexing = Reload the page in a moment. Until then, this week and single entries can be read.
problem-ending = The program is ending
mend-ending = Start it again and reload the page.
problem-slow = This took too long
mend-slow = Ask for less: a shorter period, or fewer entries.
problem-failed = The program has failed
mend-failed = Nothing was changed. The program’s log says what happened; report it with what you did.

## Search and lists

nav-engagements = Engagements
find-label = Find
find-placeholder = Words, “phrases”, party:JP, from:2026-01
find-button = Find
from-label = from
to-label = to
sort-label = Order
sort-relevance = Best first
sort-date = Latest first
narrow-label = Narrow down
chosen-label = Narrowed down to
chosen-remove = Leave this out again
chosen-clear = Clear all
only-disputed = With open disputes
more-values = More
facet-kind = Kind
facet-party = Party
facet-topic = Topic
facet-type = Type of claim
facet-language = Language
facet-year = Year
empty-found = Nothing fits all of it. Take something out, or look for fewer words.
pages-label = Pages of the list
page-before = Back
page-after = Further
give-away = Exactly this list as

## Rulings

rulings-title = Rulings
rulings-hint = What people decided. No document, no pack and no rebuild overrides it; undoing takes it back.
empty-rulings = Nobody has ruled on anything yet. Disputes and doubtful readings are ruled on where they are shown.
made-ruling = Ruling
undone-ruling = Undone, ruling
undone-by = undone by
undo = Undo
ruling-waits = waits: its words are not read as they were
ruling-merge = { $n } accounts are one engagement
ruling-split = an account is of another engagement
ruling-set = { $field } set to { $value }
ruling-confirm = account confirmed
ruling-reject = account rejected
ruling-confirm-claim = claim confirmed
ruling-reject-claim = claim rejected
ruling-same-person = { $a } and { $b } are one person
ruling-other-person = { $a } and { $b } are two people
ruling-state = { $matter }: { $state }
ruling-link = claim put to: { $matter }
ruling-unlink = claim taken out of: { $matter }
value-unknown = unknown
field-occasion = the occasion
field-parties = the parties

## An engagement

show-label = How it is shown
show-record = Record and documents
show-side = Accounts side by side
n-accounts = { $n ->
    [one] { $figure } document
   *[other] { $figure } documents
}
people = People
accounts-differ = accounts differ on { $field }
settled-by = settled by ruling
take-this = Take this
column-said = What is said
said-by-all = all say it
said-by-some = some say it
said-by-one = only { $source } says it
said-differently = said differently: { $fields }
differs-in-type = type
differs-in-strength = strength
differs-in-figure = figure
differs-in-date = date
differs-in-actors = who
why = Certainty and rule
in-document = in the document
certainty = certainty
confirmed = confirmed
confirm = Confirm
reject = Reject
split = Part from the others
correct = Correct or merge
correct-field = Field
correct-value = Value
correct-hint = A day as 2026-01-14, several as 2026-01-14..2026-01-16; parties by code or name with commas between; - where nothing is known.
correct-why = Why
rule = Rule so
merge-with = Merge with the engagement
merge-hint = The name of the other, as its page shows it. This one:
merge = Merge
history = History
why-one = Why these accounts are one engagement
by-ruling = by a ruling

## Other pages

nav-matters = Matters
nav-parties = Parties
nav-people = People
nav-queue = Review
nav-documents = Documents
nav-papers = Papers
n-engagements = { $n ->
    [0] no engagements
    [one] { $figure } engagement
   *[other] { $figure } engagements
}
n-others = { $n ->
    [one] told by { $figure } more
   *[other] told by { $figure } more
}

## Matters

all-kinds = All
show-board = Board
show-list = List
matter-kind-instrument = Instruments
matter-kind-level = Levels of relations
matter-kind-candidacy = Candidacies
matter-kind-target = Targets
matter-kind-session = Sessions
matter-kind-invitation = Invitations
matter-kind-next-step = Next steps
matter-kind-topic = Topics
column-matter = Matter
column-state = State
column-due = Due
column-parties = Parties
column-last = Last heard of
empty-matters = No matter fits. Matters come of requests, pledges, agreements, targets and invitations; choose another kind or party.
matter-said = What was said and done
matter-stands = How it stands
strength = strength
said-held = Held
said-visited = Visited
said-signed = Signed

## People

people-find = A name
offices-title = Offices
empty-offices = No office is on record.
spellings-title = How the name is written
told-of = told of
brief = Brief
person-correct = Correct
person-name = This name
person-other = Another name, or its key
same-person = One person
other-person = Two people

## Parties

pair-label = Before a meeting: yours, and
pair-other = the other party
pair-show = Show
all-engagements = All engagements
last-met = Last contacts
open-matters = Open matters
partners = With whom
topics = About what
by-year = Engagements by year
by-year-alternative = How many engagements each year had.
who-request = { $party } asked
who-pledge = { $party } promised

## Documents

find-in-documents = Words of documents
refused = Could not be kept
dismiss = Dismiss
empty-documents = There are no documents yet. Send some: press releases, readouts, news stories.
send-title = Add documents
send-files = Files
send-hint = Choose files or drop them here: text, HTML, PDF, Word, e-mails, archives.
send-text = Or paste a text
send-more = What you know of them
send-source = Who published them
send-published = When they were published
send-told-by-text = told from the text
send = Add and read
explain = How it reads
as-it-came = As it came
added = added
empty-reading = No engagement was found in this document. “How it reads” shows why.
rejected = rejected
origins = Where it came from
corrections = Correction
corrects = Takes the place of
corrected-by = Was replaced by
stands-no-more = Stands there no more
line-added = Added:
line-removed = Left out:
lines-more = { $n ->
    [one] { $figure } more line differs
   *[other] { $figure } more lines differ
}
text = Text

## Papers

paper-digest = Digest
paper-review = Review
paper-language = Language of the paper
paper-show = Show
paper-save = Save as
paper-edit = Edit as text
paper-text = The paper as text
paper-text-hint = Markdown: change words, take lines out, add your own; notes in brackets stay with their sentences. Then print it.
paper-preview = The paper
paper-view-hint = From nobody’s point of view; the settings above change that.
brief-ours = Your party
brief-theirs = The other party
brief-person = Or a person
empty-brief = Name two parties or a person.

## Review

queue-disputes = Disputes
queue-doubtful = Doubtful merges
queue-uncertain = Unsure readings
queue-people = New people
queue-disputes-hint = Take one of the values with its number; the next dispute follows.
queue-doubtful-hint = Are these accounts of one engagement? The letters tell the sources apart.
queue-uncertain-hint = Does the document say this? The record stands left, the words right.
queue-people-hint = Somebody who was not known before. Is it another spelling of a known name?
queue-previous = Back
queue-next = Next
queue-help = Keys
are-one = They are one
split-this = Part them
empty-queue = Nothing waits here. Well done.
keys-title = Keys
keys-find = find
keys-next = next, previous
keys-take = take a value of a dispute
keys-accept = accept, reject
keys-split = part an account from the others
keys-edit = correct a field, merge
keys-undo = undo the last ruling
keys-help = this list
close = Close

## Sources

sources-title = Sources
sources-hint = What is followed. “chancery watch” asks each when it is due and keeps what it publishes; nothing is asked from here unless you try a source.
empty-sources = No sources are followed yet. Add a feed, a sitemap or a page that lists news.
source-never = never asked
source-next = next
source-paused = paused
source-pause = Pause
source-resume = Follow again
source-look = Try
source-remove = Remove
source-failures = What could not be had
source-add-title = Add a source
source-add = Add
source-publisher = Who publishes there
source-address = Address
source-address-hint = A feed, a sitemap, or a page that lists news.
source-more = How to read it
source-kind = What stands there
source-kind-auto = told by what comes
source-kind-feed = feed
source-kind-sitemap = sitemap
source-kind-listing = page that lists others
source-kind-folder = folder
source-links = Which links, as a CSS selector
source-below = Only addresses that begin so
source-every = How often
every-hours = { $n ->
    [one] every hour
   *[other] every { $figure } hours
}
every-minutes = { $n ->
    [one] every minute
   *[other] every { $figure } minutes
}
n-pages-kept = { $n ->
    [0] nothing kept
    [one] { $figure } page kept
   *[other] { $figure } pages kept
}
n-pages-waiting = { $n ->
    [one] { $figure } waiting
   *[other] { $figure } waiting
}
n-pages-gone = { $n ->
    [one] { $figure } taken down since
   *[other] { $figure } taken down since
}
n-pages-failing = { $n ->
    [one] { $figure } could not be had
   *[other] { $figure } could not be had
}
n-pages-found = { $n ->
    [0] lists nothing
    [one] lists { $figure } page
   *[other] lists { $figure } pages
}
looks-title = Sources that were tried
looks-again = Look again
look-under-way = Being asked; this may take a minute.
look-nothing = Nothing would be taken. Name the links or how the addresses begin, or take a feed.
look-feeds = The page names these feeds:
fetch-title = Fetch one page
fetch-address = Its address
fetch = Fetch and read
fetch-under-way = Being fetched:

## The API

api-title = The API for programs
api-needed = required
api-problems = What can go wrong

## Overviews

nav-overviews = Overviews
calendar-title = Calendar
matrix-title = Who with whom
network-title = Network
map-title = Map
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
more-due = More falls due
more-of-day = { $figure } more
day-unknown = In this month, on a day that is not known
matrix-hint = How many engagements each two have, by month. Counted is what began then. What more than four parties take part in is left out: it says little of each two. The lists behind the numbers have both that and what went on from before.
two-parties = Pair
in-all = In all
more-pairs = { $n ->
    [one] { $figure } more pair has fewer.
   *[other] { $figure } more pairs have as many or fewer.
}
network-hint = Who has most to do with whom: the thicker the line, the more engagements. Counted is what began in these months. What more than four parties take part in is left out. The lists behind the numbers have both that and what went on from before.
network-alternative = The parties with most engagements in a circle, with a line between two that have some with each other. The table has the numbers.
map-alternative = A map of the world with a point at each capital or seat, the greater the more engagements its parties have. The table has the numbers.
map-hint = Points are capitals and seats; the greater, the more engagements their parties have. No borders are drawn: where they run is a political matter. Where cities lie is told by GeoNames (CC BY 4.0).
seat = Capital or seat
seat-unknown = not known
