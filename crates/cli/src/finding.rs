//! Hits of a search as people read them: a block a hit.

use register::Engagement;
use search::{ClaimHit, DocumentHit, Fragment, Hit, MatterHit, Of, PersonHit};

use crate::arguments::count;
use crate::paint::Paint;
use crate::rendering::{self, INDENT, Page, clean, date, days, place, wrapped};

/// Signs without width that stand around words that were looked for, until lines are broken.
const MARKED: [char; 2] = ['\u{2061}', '\u{2062}'];

/// A hit: what it is, and where it says so.
pub(crate) fn hit(hit: &Hit, page: &Page) -> String {
    let mut out = match &hit.of {
        Of::Engagement(engagement) => head(engagement, "", page) + &about(engagement, page),
        Of::Claim(claim) => self::claim(claim, page),
        Of::Person(person) => self::person(person, page),
        Of::Matter(matter) => self::matter(matter, page),
        Of::Document(document) => self::document(document, page),
    };
    if matches!(hit.of, Of::Engagement(_) | Of::Claim(_) | Of::Document(_)) {
        hit.fragments.iter().for_each(|fragment| out += &quote(fragment, page));
    }
    out + "\n"
}

/// Date, kind, parties and name of an engagement.
fn head(engagement: &Engagement, before: &str, page: &Page) -> String {
    let paint = page.paint;
    let background = if engagement.background { "  in passing" } else { "" };
    format!(
        "{}  {}  {}{before}{}  {}\n",
        paint.bold(&date(engagement.start, engagement.end)),
        paint.green(&engagement.kind),
        paint.bold(&engagement.parties.join(", ")),
        paint.dim(background),
        paint.dim(&engagement.id.to_string()),
    )
}

/// Who took part, where, and how many say so.
fn about(engagement: &Engagement, page: &Page) -> String {
    let people = engagement.people.iter().map(|known| rendering::person(&known.name, known.party.as_deref(), &[]));
    let people = people.collect::<Vec<_>>().join(", ");
    let (n_sources, copies) = (engagement.sources.len(), engagement.n_copies());
    let disputed: Vec<&str> = engagement.open_disputes().map(|dispute| &*dispute.field).collect();
    let place = place(engagement.city.as_deref(), engagement.country.as_deref());
    let mut told: Vec<String> = place.into_iter().collect();
    if n_sources + copies > 1 {
        let sources = count(n_sources, "independent source");
        let copies = if copies > 0 { format!(", {copies} more of the same text") } else { String::new() };
        told.push(sources + &copies);
    }
    if !disputed.is_empty() {
        told.push(format!("disputed: {}", disputed.join(", ")));
    }
    [people, told.join("; ")].iter().filter(|text| !text.is_empty()).map(|text| line(text, page)).collect()
}

fn line(text: &str, page: &Page) -> String {
    wrapped(text, INDENT, page.width, str::to_owned)
}

fn claim(hit: &ClaimHit, page: &Page) -> String {
    let claim = &hit.claim;
    let about = rendering::about(claim);
    let kind = format!("  {}", page.paint.cyan(&claim.kind));
    head(&hit.engagement, &kind, page) + &if about.is_empty() { String::new() } else { line(&about, page) }
}

fn person(person: &PersonHit, page: &Page) -> String {
    let paint = page.paint;
    let party = person.party.as_deref().map_or(String::new(), |party| format!("  {party}"));
    let mut out = format!("{}{}  {}\n", paint.bold(&clean(&person.name)), clean(&party), paint.dim(&clean(&person.id)));
    for tenure in &person.tenures {
        out += &line(&format!("{} {}", tenure.office.replace('-', " "), days(&tenure.from, &tenure.to)), page);
    }
    let others: Vec<&str> = person.spellings.iter().filter(|name| **name != person.name).map(|name| &**name).collect();
    if !others.is_empty() {
        out += &line(&format!("also: {}", others.join(", ")), page);
    }
    out
}

fn matter(matter: &MatterHit, page: &Page) -> String {
    let due = matter.due.map_or(String::new(), |due| format!("; due {due}"));
    let told = format!("heard of {}{due}", days(&matter.first, &matter.last));
    let (key, state) = (page.paint.bold(&clean(&matter.key)), page.paint.green(matter.state.as_str()));
    format!("{key}  {state}\n{}", line(&told, page))
}

fn document(document: &DocumentHit, page: &Page) -> String {
    let paint = page.paint;
    let published = document.published.map(|(start, end)| days(&start.to_string(), &end.to_string()));
    let title = document.title.as_ref().unwrap_or(&document.origin.name);
    let mut out = format!(
        "{}  {}  {}\n",
        paint.bold(published.as_deref().unwrap_or("no date")),
        paint.bold(&clean(title)),
        paint.dim(&document.id.to_string())
    );
    let origin = [&document.origin.source, &document.origin.address, &document.language];
    let told: Vec<&str> = origin.into_iter().flatten().map(|part| &**part).collect();
    if !told.is_empty() {
        out += &line(&told.join(", "), page);
    }
    out
}

/// A quote, the words that were looked for painted.
fn quote(fragment: &Fragment, page: &Page) -> String {
    let mut text = String::from("“");
    let mut from = 0;
    let bare = |text: &str| text.replace(MARKED, "");
    for &[start, end] in &fragment.ranges {
        text += &bare(&fragment.text[from..start]);
        text.push(MARKED[0]);
        text += &bare(&fragment.text[start..end]);
        text.push(MARKED[1]);
        from = end;
    }
    text += &bare(&fragment.text[from..]);
    text.push('”');
    wrapped(&text, INDENT, page.width, |line| painted(line, page.paint))
}

/// A line with its marked words painted.
fn painted(line: &str, paint: Paint) -> String {
    let mut out = String::new();
    for (at, part) in line.split(MARKED).enumerate() {
        // Words are whole in a line, so parts in and out of marks take turns.
        out += &if at % 2 == 1 { paint.bold(part) } else { paint.dim(part) };
    }
    out
}
