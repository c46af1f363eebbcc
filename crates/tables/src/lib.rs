//! A register as tables, and back: what goes to spreadsheets, data frames and other registers, and what comes from them.
//!
//! In comes a [`Register`](register::Register), out go rows of the [`TABLES`], one by one, into a [`Sink`]: JSON Lines, CSV, Parquet.
//! [`ftm`] writes the same register as FollowTheMoney entities. [`read()`] takes the rows of such files, and [`Steps`] makes of
//! them what a register can take in. Memory does not grow with the register.
//!
//! Tables of two sorts: the *kept* ones are the truth and the past, and enough to make the register again; the *derived* ones are
//! for whoever works with them, and an import makes them anew.

mod codes;
mod csv;
mod error;
mod export;
pub mod ftm;
mod jsonl;
mod parquet;
mod read;
mod record;
mod rows;
mod selection;
mod steps;
mod table;
mod text;

pub use csv::{Csv, is_formula};
pub use error::TablesError;
pub use export::{Sink, export, total};
pub use jsonl::JsonLines;
pub use parquet::Parquet;
pub use read::{Records, read, read_lines};
pub use record::Record;
pub use rows::{TABLES, table};
pub use selection::Selection;
pub use steps::{Step, Steps};
pub use table::{Column, Table, Type, Value};
