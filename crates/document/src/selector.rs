//! Selectors of elements, as sites need them: a small part of CSS.

use std::fmt;
use std::str::FromStr;

/// Which elements of a page: `div#content`, `.news .title`, `table td.body`.
///
/// Names of tags, `#id` and `.class`, glued together for one element, and spaces between an element and one anywhere inside it.
/// Nothing else of CSS: no attributes, no `>`, no `:nth-child`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector(Vec<Compound>);

/// What one element must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Compound {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
}

/// What is wrong with a text that should be a [`Selector`].
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a selector; write tags, `#id` and `.class` alone, such as `div.news p`")]
pub struct NotASelector(String);

/// An element, as a selector sees it.
pub(crate) struct Element<'a> {
    pub(crate) tag: &'a str,
    pub(crate) id: Option<&'a str>,
    pub(crate) class: Option<&'a str>,
}

/// Where a site puts what, as selectors; what is empty is told from the page itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The host of its addresses; its subdomains are meant too.
    pub host: String,
    /// The main text: all elements that one of them fits, together.
    pub main: Vec<Selector>,
    /// The title: the first element.
    pub title: Vec<Selector>,
    /// Who wrote it: the first element.
    pub byline: Vec<Selector>,
    /// When it was published: the first element.
    pub date: Vec<Selector>,
    /// What is not of the text though it stands inside of it.
    pub drop: Vec<Selector>,
}

impl Selector {
    /// Selectors with commas between them, as `.lead, div.body`; none of an empty text.
    ///
    /// # Errors
    ///
    /// The first that is none.
    pub fn list(text: &str) -> Result<Vec<Self>, NotASelector> {
        if text.trim().is_empty() { Ok(Vec::new()) } else { text.split(',').map(str::parse).collect() }
    }

    /// How many of its elements are found when one more is opened inside of those found so far.
    pub(crate) fn step(&self, found: usize, element: &Element<'_>) -> usize {
        let next = self.0.get(found).or(self.0.last());
        let fits = next.is_some_and(|compound| compound.fits(element));
        if fits { (found + 1).min(self.0.len()) } else { found }
    }

    /// Whether an element is the one that is meant, where so many were found outside of it.
    pub(crate) fn fits(&self, found: usize, element: &Element<'_>) -> bool {
        found + 1 >= self.0.len() && self.0.last().is_some_and(|compound| compound.fits(element))
    }
}

impl Compound {
    fn fits(&self, element: &Element<'_>) -> bool {
        let has = |class: &String| {
            element.class.is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == class))
        };
        self.tag.as_deref().is_none_or(|tag| tag == element.tag)
            && self.id.as_deref().is_none_or(|id| element.id.is_some_and(|own| own.trim() == id))
            && self.classes.iter().all(has)
    }
}

impl FromStr for Selector {
    type Err = NotASelector;

    fn from_str(text: &str) -> Result<Self, NotASelector> {
        let compounds: Option<Vec<Compound>> = text.split_whitespace().map(compound).collect();
        compounds.filter(|all| !all.is_empty() && all.len() < 16).map(Self).ok_or_else(|| NotASelector(text.to_owned()))
    }
}

fn compound(text: &str) -> Option<Compound> {
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'));
    let mut compound = Compound::default();
    let from = text.find(['.', '#']).unwrap_or(text.len());
    if from > 0 {
        compound.tag = Some(text[..from].to_ascii_lowercase()).filter(|tag| is_name(tag));
        compound.tag.as_ref()?;
    }
    let mut rest = &text[from..];
    while let Some(kind) = rest.chars().next() {
        let end = rest[1..].find(['.', '#']).map_or(rest.len(), |at| at + 1);
        let name = Some(&rest[1..end]).filter(|name| is_name(name))?.to_owned();
        match kind {
            '#' if compound.id.is_none() => compound.id = Some(name),
            '.' => compound.classes.push(name),
            _ => return None,
        }
        rest = &rest[end..];
    }
    Some(compound)
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, compound) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            f.write_str(compound.tag.as_deref().unwrap_or(""))?;
            compound.id.iter().try_for_each(|id| write!(f, "#{id}"))?;
            compound.classes.iter().try_for_each(|class| write!(f, ".{class}"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        for text in ["p", "#a", ".b", "div#a.b.c p", "td.x-y_z .w"] {
            assert_eq!(text.parse::<Selector>().unwrap().to_string(), text);
        }
        for text in ["", " ", "a > b", "a[b]", "a:b", "#a#b", ".", "a..b", "*", "a,b"] {
            assert!(text.parse::<Selector>().is_err(), "{text}");
        }
        assert_eq!(Selector::list(".a, b").unwrap().len(), 2);
        assert_eq!(Selector::list(" ").unwrap(), []);
        assert!(Selector::list(".a,").is_err());
    }

    #[test]
    fn fits_elements_inside_others() {
        let selector: Selector = "#a .b p".parse().unwrap();
        let element = |tag, id, class| Element { tag, id, class };
        let mut found = 0;
        for (element, fits) in [
            (element("p", None, None), false),
            (element("div", Some("a"), None), false),
            (element("p", None, None), false),
            (element("div", None, Some("x b")), false),
            (element("p", None, None), true),
            (element("p", None, None), true),
        ] {
            assert_eq!(selector.fits(found, &element), fits);
            found = selector.step(found, &element);
        }
        assert_eq!(found, 3);
    }
}
