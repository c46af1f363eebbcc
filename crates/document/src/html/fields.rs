//! Follows which elements of a page are those that its site's selectors mean.
//!
//! Only elements that bring a selector nearer to its end are kept, so pages of sites without selectors cost nothing.

use super::attributes::Attributes;
use crate::selector::{Element, Selector, Site};

/// How many such elements may be open at once; deeper ones are not looked at.
const DEEPEST: usize = 64;

/// What an element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Main,
    Title,
    Byline,
    Date,
    Drop,
}

/// An open element that a selector takes note of.
pub(super) struct Open {
    name: String,
    /// Elements of the same name that are open inside of it.
    inside: usize,
    /// How much of each selector is found.
    found: Vec<usize>,
    /// What it holds, and where its text begins.
    pub(super) field: Option<(Field, usize)>,
    /// The depth of the stack outside of it, where it is an element that makes no block but stands there.
    pub(super) depth: Option<usize>,
}

/// The selectors of a site, and the elements that are open.
#[derive(Default)]
pub(super) struct Fields<'a> {
    selectors: Vec<(Field, &'a Selector)>,
    open: Vec<Open>,
}

impl<'a> Fields<'a> {
    /// Those of a site, if it has any.
    pub(super) fn of(site: Option<&'a Site>) -> Self {
        let fields = |site: &'a Site| {
            let all = [
                (Field::Drop, &site.drop),
                (Field::Main, &site.main),
                (Field::Title, &site.title),
                (Field::Byline, &site.byline),
                (Field::Date, &site.date),
            ];
            all.into_iter().flat_map(|(field, selectors)| selectors.iter().map(move |selector| (field, selector)))
        };
        Self { selectors: site.into_iter().flat_map(fields).collect(), open: Vec::new() }
    }

    /// An element is opened: what it holds, if a selector means it. It is followed then, and where others may stand inside of it.
    pub(super) fn enter(&mut self, name: &str, attributes: &Attributes<'_>, at: usize) -> Option<Field> {
        let by_mark = || {
            let marks = [attributes.property, attributes.relation];
            marks.into_iter().flatten().any(|mark| mark.eq_ignore_ascii_case("author")).then_some(Field::Byline)
        };
        let element = Element { tag: name, id: attributes.id, class: attributes.class };
        let before = |place: usize| self.open.last().map_or(0, |open| open.found[place]);
        let meant =
            self.selectors.iter().enumerate().find(|(place, (_, selector))| selector.fits(before(*place), &element));
        let field = meant.map(|(_, (field, _))| *field).or_else(by_mark);
        let found: Vec<usize> = self
            .selectors
            .iter()
            .enumerate()
            .map(|(place, (_, selector))| selector.step(before(place), &element))
            .collect();
        let nearer = field.is_some() || found.iter().enumerate().any(|(place, &found)| found > before(place));
        if nearer && self.open.len() < DEEPEST {
            let field = field.map(|field| (field, at));
            self.open.push(Open { name: name.to_owned(), inside: 0, found, field, depth: None });
            return field.map(|(field, _)| field);
        }
        if let Some(open) = self.open.iter_mut().rev().find(|open| open.name == name) {
            open.inside += 1;
        }
        None
    }

    /// The element that was entered last stands on the stack above some depth, though it makes no block.
    pub(super) fn stands_above(&mut self, depth: usize) {
        if let Some(open) = self.open.last_mut() {
            open.depth = Some(depth);
        }
    }

    /// An element is closed: what was followed and ends with it, the innermost first.
    pub(super) fn leave(&mut self, name: &str) -> Vec<Open> {
        let Some(place) = self.open.iter().rposition(|open| open.name == name) else { return Vec::new() };
        if self.open[place].inside > 0 {
            self.open[place].inside -= 1;
            return Vec::new();
        }
        self.open.drain(place..).rev().collect()
    }
}
