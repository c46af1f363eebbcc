//! A chart in, SVG out: readable in print, without colour, and by those who only hear its text.
//!
//! Widths are in units of which a page is [`WIDTH`] wide. Text is as wide as [`measure`] guesses, generously, since SVG cannot ask a font;
//! what is too long is broken, then cut, and stands in full in the table that every format prints beside the chart.

mod bars;
mod canvas;
mod heat;
mod lines;
mod measure;
mod network;
mod timeline;

pub(crate) use self::measure::ems;
use crate::paper::{Chart, ChartKind, Table, TableRow};

/// The width of every chart.
pub(crate) const WIDTH: f64 = 640.0;

/// The colour of letters and rules where a chart stands alone.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) const BLACK: &str = "#000000";
/// Their colour where they follow the page around them.
pub(crate) const OF_PAGE: &str = "currentColor";

/// Draws a chart with letters of a colour. `id` begins the identifiers in it and is unique in the page.
pub(crate) fn svg(chart: &Chart, id: &str, ink: &'static str) -> String {
    let mut canvas = canvas::Canvas::new(id, chart.series.len(), ink);
    match chart.kind {
        ChartKind::Bars => bars::draw(chart, &mut canvas),
        ChartKind::Lines => lines::draw(chart, &mut canvas),
        ChartKind::Heat => heat::draw(chart, &mut canvas),
        ChartKind::Network => network::draw(chart, &mut canvas),
        ChartKind::Timeline => timeline::draw(chart, &mut canvas),
    }
    canvas.finish(&chart.title, &chart.alternative)
}

/// Draws a chart for a page whose letters it takes the colour of; the table that belongs beside it is [`Chart::legible_table`].
/// `id` begins the identifiers in it and is unique in the page.
pub fn draw(chart: &Chart, id: &str) -> String {
    svg(chart, id, OF_PAGE)
}

/// The height of a chart that was drawn.
#[cfg(feature = "pdf")]
pub(crate) fn height(svg: &str) -> f64 {
    let height = svg.split_once(" height=\"").and_then(|(_, rest)| rest.split_once('"')?.0.parse().ok());
    height.unwrap_or(WIDTH)
}

/// Whether a chart is so low that its table may stand with it on one page.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) fn is_low(height: f64) -> bool {
    height <= 0.5 * WIDTH
}

/// A table of more columns is turned round where it has fewer rows that tell of anything.
const FEW_COLUMNS: usize = 6;
/// More columns than these are no longer read across a page.
const MOST_COLUMNS: usize = 13;

impl ChartKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Bars, Self::Lines, Self::Heat, Self::Network, Self::Timeline];

    /// The name that stands for it in Markdown and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Lines => "lines",
            Self::Heat => "heat",
            Self::Network => "network",
            Self::Timeline => "timeline",
        }
    }
}

impl Chart {
    /// Its numbers as a table, a row a label and a column a series, for those who cannot see it.
    pub fn table(&self) -> Table {
        let columns = std::iter::once(String::new()).chain(self.series.iter().map(|series| series.name.clone()));
        let row = |(place, label): (usize, &String)| {
            let value = |values: &Vec<f64>| values.get(place).copied().unwrap_or(0.0).to_string();
            let values = self.series.iter().map(|series| value(&series.values));
            TableRow { cells: std::iter::once(label.clone()).chain(values).collect(), notes: Vec::new() }
        };
        Table {
            caption: self.title.clone(),
            columns: columns.collect(),
            rows: self.labels.iter().enumerate().map(row).collect(),
        }
    }

    /// Its numbers as a table that fits a page: turned round or, where both ways are too wide, a row a number. Of a timeline days become
    /// months, then years. Rows of noughts are left out where there are others.
    pub fn legible_table(&self) -> Table {
        let mut table = self.whole_table();
        let tells = |row: &TableRow| row.cells.iter().skip(1).any(|cell| cell != "0");
        if table.rows.iter().any(tells) {
            table.rows.retain(tells);
        }
        table
    }

    fn whole_table(&self) -> Table {
        if self.kind == ChartKind::Timeline {
            return timeline::coarser(self).table();
        }
        let table = self.table();
        if self.kind == ChartKind::Network || self.series.len().min(self.labels.len()) >= MOST_COLUMNS {
            return self.long_table();
        }
        let mut telling: Vec<usize> = (0..self.labels.len()).filter(|&label| self.tells(label)).collect();
        if telling.is_empty() {
            telling.extend(0..self.labels.len());
        }
        let fits = self.series.len() <= FEW_COLUMNS || self.series.len() <= telling.len();
        if fits && self.series.len() < MOST_COLUMNS {
            return table;
        }
        let columns = std::iter::once(String::new()).chain(telling.iter().map(|&label| self.labels[label].clone()));
        let row = |column: usize| {
            let cells = telling.iter().map(|&label| table.rows[label].cells[column].clone());
            let cells = std::iter::once(table.columns[column].clone()).chain(cells).collect();
            TableRow { cells, notes: Vec::new() }
        };
        let rows = (1..table.columns.len()).map(row).collect();
        Table { rows, caption: table.caption.clone(), columns: columns.collect() }
    }

    /// Whether any number of a label is not nought.
    fn tells(&self, label: usize) -> bool {
        self.series.iter().any(|series| series.values.get(label).is_some_and(|value| *value != 0.0))
    }

    /// A row a number that is not nought: of a network a row a pair.
    fn long_table(&self) -> Table {
        let value = |series: usize, label: usize| self.series.get(series)?.values.get(label).copied();
        let tie = |from: usize, to: usize| {
            let strongest = value(from, to).unwrap_or(0.0).max(value(to, from).unwrap_or(0.0));
            (from < to).then_some(strongest)
        };
        let places = |n_outer: usize, n_inner: usize| (0..n_outer).flat_map(move |i| (0..n_inner).map(move |j| (i, j)));
        let (n_series, n_labels) = (self.series.len(), self.labels.len());
        let row = |first: &String, second: &String, value: Option<f64>| {
            let value = value.filter(|&value| value != 0.0)?;
            let cells = vec![first.clone(), second.clone(), value.to_string()];
            Some(TableRow { cells, notes: Vec::new() })
        };
        let (series, labels) = (|place: usize| &self.series[place].name, |place: usize| &self.labels[place]);
        let rows = match self.kind {
            ChartKind::Network => {
                places(n_series, n_labels).filter_map(|(i, j)| row(series(i), labels(j), tie(i, j))).collect()
            }
            _ => places(n_series, n_labels).filter_map(|(i, j)| row(series(i), labels(j), value(i, j))).collect(),
        };
        Table { caption: self.title.clone(), columns: vec![String::new(); 3], rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::Series;

    #[test]
    fn a_wide_table_of_few_rows_is_turned_round() {
        let size = |series: usize, told: usize| {
            let values = |_| (0..12).map(|label| f64::from(u8::from(label < told))).collect();
            let series = (0..series).map(|n| Series { name: format!("partner {n}"), values: values(n) }).collect();
            let labels = (1..=12).map(|n| format!("month {n}")).collect();
            let (title, alternative) = (String::new(), String::new());
            let table = Chart { kind: ChartKind::Heat, title, alternative, labels, series }.legible_table();
            (table.columns.len(), table.rows.len())
        };
        assert_eq!(size(10, 2), (3, 10), "two months of ten partners");
        assert_eq!(size(10, 12), (11, 12));
        assert_eq!(size(4, 2), (5, 2), "few columns stand as they are");
        assert_eq!(size(20, 3), (4, 20));
    }
}
