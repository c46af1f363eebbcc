//! What a page says of itself in JSON-LD, with the words of <https://schema.org>.

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::{day, plain};
use crate::PartialDate;

/// The longest JSON that is read, in bytes.
const LONGEST: usize = 1 << 20;

/// What the JSON-LD of a page says of its article, and where there is none of its page.
#[derive(Default)]
pub(in super::super) struct Linked {
    pub(in super::super) headline: Option<String>,
    pub(in super::super) author: Option<String>,
    pub(in super::super) date: Option<PartialDate>,
    /// The text, its lines parted by ends of lines.
    pub(in super::super) body: Option<String>,
    /// When the page itself was published.
    pub(in super::super) page_date: Option<PartialDate>,
    /// The page's own address.
    pub(in super::super) address: Option<String>,
    /// The names of the site and of who publishes it.
    pub(in super::super) sites: Vec<String>,
}

impl Linked {
    /// Reads the text of one script.
    pub(in super::super) fn read(&mut self, json: &str) {
        if json.len() > LONGEST {
            return;
        }
        let json = bare(json);
        // The parser refuses what is nested deeper than 128.
        let value = serde_json::from_str::<Value>(json).or_else(|_| {
            // Some systems print line ends inside strings.
            serde_json::from_str(&json.replace(|sign: char| sign.is_control(), " "))
        });
        if let Ok(value) = value {
            let mut names = FxHashMap::default();
            collect(&value, &mut names);
            self.take(&value, &names);
        }
    }

    fn take(&mut self, value: &Value, names: &FxHashMap<&str, &str>) {
        let fields = match value {
            Value::Array(values) => return values.iter().for_each(|value| self.take(value, names)),
            Value::Object(fields) => fields,
            _ => return,
        };
        for inner in ["@graph", "mainEntity"].into_iter().filter_map(|field| fields.get(field)) {
            self.take(inner, names);
        }
        let text = |field: &str| fields.get(field).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
        if is_a(fields, |kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report") {
            self.headline = self.headline.take().or_else(|| text("headline").or_else(|| text("name")));
            self.date = self.date.or_else(|| ["datePublished", "dateCreated"].iter().find_map(|at| day(&text(at)?)));
            self.author = self.author.take().or_else(|| name(fields.get("author")?, names));
            let body = || fields.get("articleBody").and_then(Value::as_str).map(str::to_owned);
            self.body = self.body.take().or_else(body);
            self.sites.extend(fields.get("publisher").and_then(|publisher| name(publisher, names)));
        } else if is_a(fields, |kind| kind.ends_with("WebPage")) {
            self.page_date = self.page_date.or_else(|| day(&text("datePublished")?));
            self.address = self.address.take().or_else(|| text("url"));
        } else if is_a(fields, |kind| kind == "WebSite") {
            self.sites.extend(text("name"));
        }
    }
}

/// Whether a thing is of a kind; it may be of several.
fn is_a(fields: &Map<String, Value>, is: impl Fn(&str) -> bool) -> bool {
    let kind = fields.get("@type");
    let mut kinds = kind.into_iter().flat_map(|kind| kind.as_array().map_or(std::slice::from_ref(kind), Vec::as_slice));
    kinds.any(|kind| kind.as_str().is_some_and(&is))
}

/// The name of somebody, who may stand elsewhere under an identifier; of several the first.
fn name(who: &Value, names: &FxHashMap<&str, &str>) -> Option<String> {
    let who = who.as_array().and_then(|all| all.first()).unwrap_or(who);
    let named = who.as_str().or_else(|| who.get("name")?.as_str());
    let named = named.or_else(|| names.get(who.get("@id")?.as_str()?).copied())?;
    Some(plain(named)).filter(|name| !name.is_empty() && !name.contains("://"))
}

/// The names of all things of a graph that have an identifier.
fn collect<'a>(value: &'a Value, names: &mut FxHashMap<&'a str, &'a str>) {
    let fields = match value {
        Value::Array(values) => return values.iter().for_each(|value| collect(value, names)),
        Value::Object(fields) => fields,
        _ => return,
    };
    let text = |field: &str| fields.get(field).and_then(Value::as_str);
    if let (Some(id), Some(name)) = (text("@id"), text("name")) {
        names.entry(id).or_insert(name);
    }
    fields.get("@graph").into_iter().for_each(|graph| collect(graph, names));
}

/// JSON without the comments that old pages put around scripts.
fn bare(json: &str) -> &str {
    let json = json.split_once("CDATA[").map_or(json, |(_, inside)| inside).trim_end();
    let json = json.trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches(['/', ' ', '\n']);
    &json[json.find(['{', '[']).unwrap_or(0)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_articles() {
        let rows = [
            (
                r#"{"@type":"NewsArticle","headline":"H &amp; M","datePublished":"2024-02-29","author":[{"name":"C D"}]}"#,
                "H & M; C D; 2024-02-29; ",
            ),
            (
                r#"[{"@type":"WebSite","name":"The Paper"},{"@type":["Article","X"],"headline":"H","author":"https://x.example"}]"#,
                "H; ; ; The Paper",
            ),
            (
                r##"{"@graph":[{"@type":"Person","@id":"#p","name":"E F"},{"@type":"BlogPosting","name":"N","author":{"@id":"#p"}}]}"##,
                "N; E F; ; ",
            ),
            (
                r#"{"@type":"WebPage","datePublished":"2025-01-02","mainEntity":{"@type":"Report","headline":"R","datePublished":"2025-01-01"}}"#,
                "R; ; 2025-01-01; ",
            ),
            ("{\"@type\":\"NewsArticle\",\"headline\":\"Two\nlines\"}", "Two lines; ; ; "),
            ("//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"H\"}\n//]]>", "H; ; ; "),
            ("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"H\"} -->", "H; ; ; "),
            (r#"{"@type":"BreadcrumbList","itemListElement":[{"@type":"NewsArticle","headline":"other"}]}"#, "; ; ; "),
            ("/*<![CDATA[*/ {\"@type\":\"NewsArticle\",\"headline\":\"H\"} /*]]>*/", "; ; ; "),
            ("{broken", "; ; ; "),
        ];
        for (json, expected) in rows {
            let mut linked = Linked::default();
            linked.read(json);
            let date = linked.date.map(|date| date.to_string());
            let said = [linked.headline, linked.author, date].map(Option::unwrap_or_default).join("; ");
            assert_eq!(format!("{said}; {}", linked.sites.join(", ")), expected, "{json}");
        }
    }
}
