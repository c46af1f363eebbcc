//! Notes as footnotes of Markdown: `[^1]: <q lang="vi">quote</q> Source (2025-07-10). <address> `account``.

use std::fmt::Write;

use comrak::nodes::{Node, NodeValue};
use document::PartialDate;
use register::AccountId;

use super::escape::{self, Place};
use super::inline::{Tag, tag};
use crate::paper::Note;
use crate::tidy::words;
use document::is_web;

/// Stands for an unknown date where the source ends like one.
const UNDATED: &str = "?";

/// Adds a note.
pub(super) fn write(out: &mut String, number: usize, note: &Note) {
    _ = write!(out, "[^{number}]: <q");
    if let Some(language) = &note.language {
        _ = write!(out, " lang=\"{language}\"");
    }
    out.push('>');
    escape::text(out, &note.quote, Place::Within);
    out.push_str("</q> ");
    escape::text(out, &note.source, Place::Within);
    match note.published {
        Some((from, to)) if from == to => _ = write!(out, " ({from})"),
        Some((from, to)) => _ = write!(out, " ({from}/{to})"),
        None if note.source.ends_with(')') => _ = write!(out, " ({UNDATED})"),
        None => {}
    }
    out.push_str(". ");
    if let Some(address) = &note.address {
        self::address(out, address);
    }
    _ = write!(out, "`{}`\n\n", note.account);
}

/// Adds an address: as a link where it is one, else as what it says.
fn address(out: &mut String, address: &str) {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"\\`;".contains(&byte);
    if is_web(address) && address.bytes().all(plain) {
        _ = write!(out, "<{address}> ");
    } else {
        out.push('[');
        escape::text(out, address, Place::Within);
        out.push_str("](<>) ");
    }
}

/// Reads a note; `None` where its account is missing.
pub(super) fn read(definition: Node<'_>) -> Option<Note> {
    let mut parts = Parts::default();
    for node in definition.descendants() {
        parts.take(node);
    }
    let mut source = words(&parts.source);
    let mut published = None;
    source.truncate(source.strip_suffix('.').unwrap_or(&source).trim_end().len());
    if let Some((before, dates)) = source.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        published = self::published(dates);
        if published.is_some() || dates == UNDATED {
            source = words(before);
        }
    }
    Some(Note {
        account: parts.account?,
        quote: parts.quote,
        language: parts.language,
        source,
        published,
        address: parts.address,
    })
}

fn published(dates: &str) -> Option<(PartialDate, PartialDate)> {
    let (from, to) = dates.split_once('/').unwrap_or((dates, dates));
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// What was found of a note.
#[derive(Default)]
struct Parts {
    quote: String,
    language: Option<String>,
    source: String,
    address: Option<String>,
    account: Option<AccountId>,
    in_quote: bool,
}

impl Parts {
    fn take(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Link(link) if !link.url.is_empty() => self.address = Some(link.url.clone()),
            NodeValue::Text(text) => match in_link(node) {
                Some(url) if url.is_empty() => self.address.get_or_insert_default().push_str(text),
                Some(_) => {}
                None if self.in_quote => self.quote.push_str(text),
                None => self.source.push_str(text),
            },
            NodeValue::SoftBreak | NodeValue::LineBreak if self.in_quote => self.quote.push(' '),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.source.push(' '),
            NodeValue::Code(code) if !self.in_quote => self.account = code.literal.trim().parse().ok().or(self.account),
            NodeValue::Code(code) => self.quote.push_str(&code.literal),
            NodeValue::HtmlInline(html) => match tag(html) {
                Tag::Quote(language) => (self.in_quote, self.language) = (true, language),
                Tag::EndQuote => self.in_quote = false,
                _ if self.in_quote => self.quote.push_str(html),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Where the link goes in which a node stands.
fn in_link(node: Node<'_>) -> Option<String> {
    match &node.parent()?.data().value {
        NodeValue::Link(link) => Some(link.url.clone()),
        _ => None,
    }
}
