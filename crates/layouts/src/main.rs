//! Measures what is taken out of web pages, on layouts written after the habits of real sites (`layouts/README.md`).
//!
//! `layouts FOLDER …` prints a table a folder: chancery, and with the feature `yardsticks` other libraries on the same pages
//! in the same run. What each page should give stands beside it. `layouts PAGE.html …` prints the blocks of a page instead.

mod layout;
mod measure;
mod table;
mod taken;

use std::error::Error;
use std::io::Write as _;
use std::path::Path;

use measure::Figures;

fn main() -> Result<(), Box<dyn Error>> {
    let packs = embedded::packs();
    let folders: Vec<String> = std::env::args().skip(1).collect();
    if folders.is_empty() {
        return Err("name a folder of layouts, such as `layouts` or `layouts/aside`".into());
    }
    let mut out = std::io::stdout().lock();
    for folder in folders {
        if folder.ends_with(".html") {
            out.write_all(taken::blocks(&packs, Path::new(&folder))?.as_bytes())?;
            continue;
        }
        let layouts = layout::read(Path::new(&folder))?;
        let all: Vec<(&str, Vec<Figures>)> = taken::libraries(&packs)
            .into_iter()
            .map(|(name, take)| (name, layouts.iter().map(|layout| Figures::of(layout, &take(layout))).collect()))
            .collect();
        writeln!(out, "{}", table::table(&folder, &layouts, &all))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layouts() -> Vec<layout::Layout> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../layouts");
        let mut all = layout::read(&root).unwrap();
        all.extend(layout::read(&root.join("aside")).unwrap());
        all
    }

    /// What is promised of all layouts together holds.
    #[test]
    fn layouts_come_out() {
        let packs = embedded::packs();
        let layouts = layouts();
        assert!(layouts.len() >= 40, "{} layouts", layouts.len());
        let figures: Vec<Figures> =
            layouts.iter().map(|layout| Figures::of(layout, &taken::by_chancery(&packs, layout))).collect();
        let mean = |of: fn(&Figures) -> Option<f64>| measure::mean(figures.iter().filter_map(of)).unwrap();
        let table = || table::table("all", &layouts, &[("chancery", figures.clone())]);
        assert!(mean(|page| page.text) >= 0.95, "{}", table());
        assert!(mean(|page| page.date) >= 0.95, "{}", table());
        assert!(mean(|page| page.title) >= 0.97, "{}", table());
        assert!(mean(|page| page.language) == 1.0, "{}", table());
    }

    /// A page that cannot be understood without the selectors of its site.
    #[test]
    fn sites_say_where_things_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let layouts = layout::read(&root.join("layouts/selectors")).unwrap();
        let mut files = packs::files(&root.join("packs")).unwrap();
        let sites = files.iter_mut().find(|file| file.path == "sources/sites.tsv").unwrap();
        sites.text.push_str(
            "cong-thong-tin.example\t#popup-noi-dung td.td-bai\ttd.td-tieu-de b\ttd.td-ky\t.td-ngay\t.hop-quang-cao\n",
        );
        let with_site = packs::Packs::from_files(&files).unwrap();
        let of = |packs| Figures::of(&layouts[0], &taken::by_chancery(packs, &layouts[0]));
        let (without, with) = (of(&embedded::packs()), of(&with_site));
        assert!(without.text.unwrap() < 0.5 && without.title == Some(0.0), "{without:?}");
        let all = [with.text, with.title, with.date, with.language, with.byline, with.clean];
        assert_eq!(all, [Some(1.0); 6], "{with:?}");
    }

    /// Pages that break off, or lack a piece, are read all the same.
    #[test]
    fn damaged_pages_are_read() {
        let packs = embedded::packs();
        for layout in &layouts() {
            let length = layout.html.len();
            for part in 1..24 {
                let at = length * part / 24;
                let gap = at..(at + 37).min(length);
                let without = [&layout.html[..gap.start], &layout.html[gap.end..]].concat();
                for html in [layout.html[..at].to_vec(), without] {
                    let damaged = layout::Layout { html, ..layout.clone() };
                    let taken = taken::by_chancery(&packs, &damaged);
                    assert!(taken.lines.iter().all(|line| !line.is_empty()), "{} at {at}", layout.name);
                }
            }
        }
    }
}
