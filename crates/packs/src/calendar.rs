//! What the months are called in any language, and how years are counted where not from the common era.

use document::{Era, Months};

use crate::blob::{Reader, Writer};
use crate::error::PackError;
use crate::table::{PackFile, rows};

/// Names of months and of eras.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) months: Vec<Months>,
    pub(crate) eras: Vec<Era>,
}

impl Calendar {
    /// Reads `months.tsv`: a language a line, its twelve months and seven days of the week with spaces between them, the forms of each
    /// with `|`.
    pub(crate) fn add_months(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["language", "months", "weekdays", "years"], 2, errors) {
            let names = |cell: &str| -> Vec<Vec<String>> {
                let names = cell.split(' ').filter(|_| !cell.is_empty());
                names.map(|name| name.split('|').map(str::to_lowercase).collect()).collect()
            };
            let (forms, weekdays) = (names(row.cells[1]), names(row.cells[2]));
            let solar = match row.cells[3] {
                "" => false,
                "solar" => true,
                other => {
                    errors.push(row.error(format!("`{other}` is no way of counting years"), "write solar or nothing"));
                    continue;
                }
            };
            let whole = |names: &[Vec<String>]| names.iter().flatten().all(|form| !form.is_empty());
            if forms.len() != 12 || !whole(&forms) {
                errors.push(row.error("these are not twelve months", "write twelve, with single spaces between them"));
            } else if !matches!(weekdays.len(), 0 | 7) || !whole(&weekdays) {
                errors.push(
                    row.error("these are not seven days", "write seven from Monday, with single spaces between them"),
                );
            } else {
                self.months.push(Months { language: row.cells[0].to_owned(), forms, weekdays, solar });
            }
        }
    }

    /// Reads `eras.tsv`: the name of an era, the year before its first, and the language in which its years stand alone too.
    pub(crate) fn add_eras(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["era", "before", "alone"], 2, errors) {
            match row.cells[1].parse() {
                Ok(before) => {
                    let alone = Some(row.cells[2].to_owned()).filter(|language| !language.is_empty());
                    self.eras.push(Era { name: row.cells[0].to_owned(), before, alone });
                }
                Err(_) => {
                    errors.push(row.error(format!("`{}` is no year", row.cells[1]), "write the year before the first"))
                }
            }
        }
    }
}

pub(crate) fn write_calendar(calendar: &Calendar, out: &mut Writer) {
    let names = |out: &mut Writer, names: &[Vec<String>]| {
        out.list(names, |out, forms| out.list(forms, |out, form| out.text(form)));
    };
    out.list(&calendar.months, |out, months| {
        out.text(&months.language);
        names(out, &months.forms);
        names(out, &months.weekdays);
        out.text(if months.solar { "solar" } else { "" });
    });
    out.list(&calendar.eras, |out, era| {
        out.text(&era.name);
        out.text(&era.before.to_string());
        out.text(era.alone.as_deref().unwrap_or(""));
    });
}

pub(crate) fn read_calendar(from: &mut Reader<'_>) -> Calendar {
    let names = |from: &mut Reader<'_>| from.list(|from| from.list(Reader::string));
    let months = from.list(|from| Months {
        language: from.string(),
        forms: names(from),
        weekdays: names(from),
        solar: from.text() == "solar",
    });
    let eras = from.list(|from| Era {
        name: from.string(),
        before: from.text().parse().expect("only years are written"),
        alone: Some(from.string()).filter(|language| !language.is_empty()),
    });
    Calendar { months, eras }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_months_and_eras() {
        let file = |path: &str, text: &str| PackFile { path: path.to_owned(), text: text.to_owned() };
        let months =
            "language\tmonths\tweekdays\tyears\nxx\ta|Aa b c d e f g h i j k l\tm|mo t w r f s u\tsolar\nyy\ta b c\n";
        let (mut calendar, mut errors) = (Calendar::default(), Vec::new());
        calendar.add_months(&file("world/months.tsv", months), &mut errors);
        calendar.add_eras(&file("world/eras.tsv", "era\tbefore\talone\nGreat\t1911\tzz\nSmall\tnone\n"), &mut errors);
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(said.len() == 2 && said[0].contains("months.tsv:3") && said[1].contains("eras.tsv:3"), "{said:?}");
        assert_eq!((calendar.months[0].forms[0].join(" "), calendar.eras[0].before), ("a aa".to_owned(), 1911));
        let mut out = Writer::default();
        write_calendar(&calendar, &mut out);
        assert_eq!(read_calendar(&mut Reader::of(&out.bytes)), calendar);
    }
}
