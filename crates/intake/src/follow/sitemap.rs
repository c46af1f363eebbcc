//! Sitemaps, those of news too, and indexes of them (<https://www.sitemaps.org/protocol.html>).

use quick_xml::Reader;
use quick_xml::events::Event;
use register::SourceKind;
use url::Url;

use super::address::canonical;
use super::found::{Found, List, MOST, NoList};

/// The longest text of an element that is looked at, in bytes.
const LONGEST: usize = 4096;

/// An entry under way.
#[derive(Default)]
struct Entry {
    location: String,
    changed: String,
    published: String,
}

/// What a sitemap lists. Of an index these are further sitemaps. None may list more than is taken of one; what does is read so far.
pub(super) fn read(body: &[u8], address: &Url) -> Result<List, NoList> {
    let broken = |why: String| NoList::Broken { kind: SourceKind::Sitemap, why };
    let mut reader = Reader::from_reader(body);
    // What is cut short or not quite XML still lists what came before.
    let config = reader.config_mut();
    (config.check_end_names, config.allow_dangling_amp) = (false, true);
    let mut list = List { kind: SourceKind::Sitemap, ..List::default() };
    let (mut entry, mut text, mut is_sitemap, mut buffer) = (Entry::default(), String::new(), false, Vec::new());
    while list.found.len() < MOST {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => {
                text.clear();
                match start.local_name().as_ref() {
                    "urlset" | "sitemapindex" => is_sitemap = true,
                    "url" | "sitemap" => entry = Entry::default(),
                    _ => {}
                }
            }
            Ok(Event::Text(words)) => push(&mut text, &words),
            Ok(Event::CData(words)) => push(&mut text, &words),
            Ok(Event::GeneralRef(reference)) => {
                let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                push(&mut text, &letter.or_else(named).unwrap_or_default());
            }
            Ok(Event::End(end)) => {
                let said = || text.trim().to_owned();
                match end.local_name().as_ref() {
                    // A picture's own place is `image:loc`.
                    "loc" if end.name().prefix().is_none() => entry.location = said(),
                    "lastmod" => entry.changed = said(),
                    "publication_date" => entry.published = said(),
                    name @ ("url" | "sitemap") if is_sitemap => {
                        list.found.extend(found(std::mem::take(&mut entry), name == "sitemap", address));
                    }
                    _ => {}
                }
                text.clear();
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) if list.found.is_empty() => return Err(broken(error.to_string())),
            Err(_) => break,
        }
    }
    if is_sitemap { Ok(list) } else { Err(broken("it has neither urlset nor sitemapindex".to_owned())) }
}

fn push(text: &mut String, words: &str) {
    if text.len() + words.len() <= LONGEST {
        text.push_str(words);
    }
}

fn found(entry: Entry, is_list: bool, address: &Url) -> Option<Found> {
    if entry.location.is_empty() {
        return None;
    }
    let found = canonical(&entry.location, Some(address)).ok()?;
    // A sitemap speaks for its own site alone.
    let own = |host: &str| host.trim_start_matches("www.").to_owned();
    if found.host_str().map(own) != address.host_str().map(own) {
        return None;
    }
    let told = [entry.changed, entry.published].into_iter().find(|told| !told.is_empty());
    Some(Found { address: found, told, is_list })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str) -> String {
        let address = Url::parse("https://mfa.example/sitemap.xml").expect("it is one");
        match read(body.as_bytes(), &address) {
            Ok(list) => {
                let found = |found: &Found| {
                    let list = if found.is_list { " list" } else { "" };
                    format!("{} {}{list}\n", found.address, found.told.as_deref().unwrap_or("-"))
                };
                list.found.iter().map(found).collect()
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn reads_sitemaps_and_indexes() {
        insta::assert_snapshot!(check(
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='n' xmlns:image='i'>\
             <url><loc> https://mfa.example/a?x=1&amp;y=&#50; </loc><lastmod>2025-07-10</lastmod>\
             <image:image><image:loc>https://mfa.example/a.jpg</image:loc></image:image></url>\
             <url><loc><![CDATA[https://www.mfa.example/b]]></loc><news:news><news:publication_date>2025-07-11T08:00:00+07:00</news:publication_date></news:news></url>\
             <url><loc>https://other.example/c</loc></url><url><loc>/d</loc></url><url></url></urlset>"
        ), @r"
        https://mfa.example/a?x=1&y=2 2025-07-10
        https://www.mfa.example/b 2025-07-11T08:00:00+07:00
        https://mfa.example/d -
        ");
        insta::assert_snapshot!(check(
            "<sitemapindex><sitemap><loc>https://mfa.example/s1.xml.gz</loc><lastmod>2025</lastmod></sitemap></sitemapindex>"
        ), @"https://mfa.example/s1.xml.gz 2025 list");
    }

    #[test]
    fn takes_what_came_before_a_break() {
        insta::assert_snapshot!(check("<urlset><url><loc>/a</loc></url><url><loc>/b<"), @"https://mfa.example/a -");
        insta::assert_snapshot!(check("<html><a href='/x'>x</a></html>"), @"cannot be read as sitemap (it has neither urlset nor sitemapindex)");
        let bomb = format!(
            "<!DOCTYPE u [<!ENTITY b \"{}\">]><urlset><url><loc>/{}</loc></url></urlset>",
            "x".repeat(999),
            "&b;".repeat(999)
        );
        assert_eq!(check(&bomb), "https://mfa.example/ -\n");
        check(&"<urlset>".repeat(200_000));
    }
}
