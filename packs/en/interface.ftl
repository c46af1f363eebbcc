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
