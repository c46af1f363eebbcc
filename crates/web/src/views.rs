//! Queries in, plain structures out: what pages show. Nothing here knows a language.

mod calendar;
mod documents;
mod engagement;
mod found;
mod last;
mod line;
mod lit;
mod matters;
mod pairs;
mod parties;
mod people;
mod period;
mod places;
mod queue;
mod rule;
mod rulings;
mod sources;
mod week;

pub(crate) use calendar::{CalendarDay, Entry, Month, calendar};
pub(crate) use documents::{AccountOf, DocumentView, document, explained};
pub(crate) use engagement::{AccountView, Cell, EngagementView, RowView, engagement, history};
pub(crate) use found::{FACETS, Facet, FoundEngagements, PAGE, Sought, chosen, engagements, engagements_of};
pub(crate) use last::{last, opening};
pub(crate) use line::{EngagementLine, MatterLine, lines};
pub(crate) use lit::{LitBlock, Piece};
pub(crate) use matters::{Board, MatterView, board, listed, matter};
pub(crate) use pairs::{Pair, Pairs, pairs};
pub(crate) use parties::{Counts, Dossier, Said, dossier, parties};
pub(crate) use people::{PersonSummary, PersonView, person};
pub(crate) use period::Period;
pub(crate) use places::{Place, Places, places};
pub(crate) use queue::{Queue, Waiting};
pub(crate) use rule::decision;
pub(crate) use rulings::RulingLine;
pub(crate) use sources::{SourceView, sources};
pub(crate) use week::{Activity, Week, week};
