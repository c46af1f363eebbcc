//! How wide the columns of a table are, for formats that do not find it out themselves.

use crate::charts::ems;
use crate::paper::Table;

/// What there is room for, all in one unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// How wide the page is.
    pub(crate) whole: f64,
    /// How large letters are.
    pub(crate) letters: f64,
    /// What stands around a cell.
    pub(crate) margins: f64,
}

/// How the columns of a table stand beside each other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Columns {
    /// How wide each is.
    pub(crate) widths: Vec<f64>,
    /// Whether the longest cell of each fits beside those of the others.
    pub(crate) fits: bool,
    /// How large letters may be, as a part of their size: below 1 where the longest words do not fit beside each other.
    pub(crate) size: f64,
}

/// Words are guessed generously: they are this part of it at least.
const CLOSEST: f64 = 0.86;
/// No letter is made smaller than this part of its size.
const SMALLEST: f64 = 0.62;

/// How wide each column is: as its longest cell where all fit beside each other. Else each has its longest word, and of what is left the
/// columns that ask least have all they ask; the others share the rest.
pub(crate) fn columns(table: &Table, room: Room) -> Columns {
    let longest = |column: usize, of: fn(&str) -> f64| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column)).chain(table.columns.get(column));
        cells.map(|cell| of(cell)).fold(0.0, f64::max) * room.letters
    };
    let all = |of: fn(&str) -> f64| (0..table.columns.len()).map(|at| longest(at, of)).collect::<Vec<f64>>();
    let (mut wished, mut least) = (all(ems), all(|cell| cell.split(' ').map(ems).fold(0.0, f64::max)));
    let left = room.whole - room.margins * wished.len() as f64;
    let fits = wished.iter().sum::<f64>() <= left;
    let noted = table.rows.iter().any(|row| !row.notes.is_empty());
    let needed = least.iter().sum::<f64>().max(1.0);
    let (closer, size) = ((left / needed).clamp(CLOSEST, 1.0), (left / (needed * CLOSEST)).clamp(SMALLEST, 1.0));
    wished.iter_mut().for_each(|width| *width = *width * size + room.margins);
    least.iter_mut().for_each(|width| *width = *width * closer * size + room.margins);
    let widths = if fits && !noted { wished } else { shared(&wished, &least, room.whole) };
    Columns { widths, fits, size }
}

/// Shares a width among columns, each of which wishes for one and needs the least of another.
fn shared(wished: &[f64], least: &[f64], whole: f64) -> Vec<f64> {
    let needed: f64 = least.iter().sum();
    if needed >= whole {
        return least.iter().map(|least| least / needed * whole).collect();
    }
    let mut given = least.to_vec();
    let mut asking: Vec<usize> = (0..wished.len()).collect();
    asking.sort_by(|&a, &b| (wished[a] - least[a]).total_cmp(&(wished[b] - least[b])));
    let mut left = whole - needed;
    for (place, &column) in asking.iter().enumerate() {
        let share = left / (asking.len() - place) as f64;
        // What nobody asks for goes to the one that asks most: numbers of notes take room too.
        let last = place + 1 == asking.len();
        let more = if last { share } else { share.min(wished[column] - least[column]) };
        given[column] += more;
        left -= more;
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::TableRow;

    const ROOM: Room = Room { whole: 480.0, letters: 8.5, margins: 8.0 };

    fn table(columns: &[&str], row: &[&str]) -> Table {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let rows = vec![TableRow { cells: owned(row), notes: Vec::new() }];
        Table { caption: String::new(), columns: owned(columns), rows }
    }

    /// Eleven headings that do not fit beside each other: letters become smaller, until each has room for its word.
    #[test]
    fn headings_do_not_lie_over_each_other() {
        let kinds = ["", "Möten", "Telefonsamtal", "Besök", "Samråd", "Konferenser", "Budskap", "Undertecknanden"];
        let kinds = [&kinds[..], &["Uttalanden", "Evenemang", "Publikationer"]].concat();
        let crowded = columns(&table(&kinds, &vec!["1"; kinds.len()]), ROOM);
        assert!(!crowded.fits && (0.62..1.0).contains(&crowded.size), "{crowded:?}");
        assert!(crowded.widths.iter().sum::<f64>() <= 480.5, "{crowded:?}");
        for (kind, width) in kinds.iter().zip(&crowded.widths) {
            assert!(ems(kind) * 8.5 * CLOSEST * crowded.size + 7.9 <= *width, "{kind}: {crowded:?}");
        }
        let easy = columns(&table(&["Slag", "Antal"], &["Möten", "24"]), ROOM);
        assert!(easy.fits && easy.size >= 1.0 && easy.widths.iter().sum::<f64>() < 100.0, "{easy:?}");
        // Words of one cell may stand below each other before letters become smaller.
        let wide = columns(&table(&["", "Ord"], &["1", &"ett ord till ".repeat(40)]), ROOM);
        assert!(!wide.fits && wide.size >= 1.0, "{wide:?}");
    }
}
