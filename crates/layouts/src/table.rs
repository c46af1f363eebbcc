//! The figures as people read them.

use std::fmt::Write as _;

use crate::layout::Layout;
use crate::measure::{Figures, mean};

/// Pages that are named as the worst.
const WORST: usize = 8;

/// One figure of a page.
type Column = (&'static str, fn(&Figures) -> Option<f64>);

/// What is printed of each library.
const COLUMNS: [Column; 9] = [
    ("text", |page| page.text),
    ("title", |page| page.title),
    ("date", |page| page.date),
    ("language", |page| page.language),
    ("byline", |page| page.byline),
    ("address", |page| page.canonical),
    ("alternates", |page| page.alternates),
    ("captions", |page| page.captions),
    ("clean", |page| page.clean),
];

/// A table of means, a library a line, and the pages on which the first is worst.
pub(crate) fn table(folder: &str, layouts: &[Layout], all: &[(&str, Vec<Figures>)]) -> String {
    let articles = layouts.iter().filter(|layout| layout.expected.article).count();
    let mut out = format!("{folder}: {} pages, {articles} of them articles\n{:14}", layouts.len(), "");
    for (name, _) in COLUMNS {
        let _ = write!(out, " {name:>10}");
    }
    for (library, figures) in all {
        let _ = write!(out, "\n{library:14}");
        for (_, of) in COLUMNS {
            let _ = match mean(figures.iter().filter_map(of)) {
                Some(figure) => write!(out, " {figure:10.3}"),
                None => write!(out, " {:>10}", "-"),
            };
        }
    }
    out.push('\n');
    if let Some((_, figures)) = all.first() {
        out.push_str(&worst(layouts, figures));
    }
    out
}

/// The pages with the least text right, but for those kept aside, and all on which something else is wrong.
fn worst(layouts: &[Layout], figures: &[Figures]) -> String {
    let mut pages: Vec<(&Layout, &Figures)> = layouts.iter().zip(figures).filter(|(layout, _)| !layout.aside).collect();
    pages.sort_by(|one, other| one.1.text.unwrap_or(1.0).total_cmp(&other.1.text.unwrap_or(1.0)));
    let mut out = String::new();
    for (place, (layout, page)) in pages.into_iter().enumerate() {
        let wrong: Vec<&str> = COLUMNS[1..]
            .iter()
            .filter(|(_, of)| of(page).is_some_and(|figure| figure < 1.0))
            .map(|(name, _)| *name)
            .collect();
        let text = page.text.unwrap_or(1.0);
        if (place < WORST && text < 1.0) || !wrong.is_empty() {
            let _ = writeln!(out, "  {:28} text {text:.3}  wrong: {}", layout.name, wrong.join(", "));
            for leaked in &page.leaked {
                let _ = writeln!(out, "    out came: {leaked}");
            }
        }
    }
    out
}
