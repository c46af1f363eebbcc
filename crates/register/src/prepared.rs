//! A document made ready to be kept: all that follows from it and its reading alone.
//!
//! One thread writes, so what need not be done there is done where documents are read.

use std::convert::Infallible;

use reader::Reading;

use crate::deposit::Deposit;
use crate::id::DocumentId;
use crate::packed::Packed;
use crate::register::Read;
use crate::sketch::{Sketch, sketches};

/// A document made ready to be kept.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(crate) id: DocumentId,
    pub(crate) deposit: Deposit,
    /// Where it came with its reading.
    pub(crate) ready: Option<Ready>,
}

/// What is kept of a document that is new.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    /// Its bytes.
    pub(crate) bytes: Packed,
    /// The bytes as they came, where they are others.
    pub(crate) original: Option<Packed>,
    /// Its reading.
    pub(crate) reading: Packed,
    pub(crate) sketched: Sketched,
}

/// A reading, with the sketches of its accounts and the keys under which each is found.
#[derive(Clone, Debug)]
pub(crate) struct Sketched {
    pub(crate) reading: Reading,
    pub(crate) sketches: Vec<(Sketch, Vec<i64>)>,
}

impl Prepared {
    /// A document made ready, with the reading that `read` gives of it; `None` to read it only where it is new.
    ///
    /// # Errors
    ///
    /// Those of `read`.
    pub fn new<E>(
        mut deposit: Deposit,
        read: impl FnOnce(DocumentId, &Deposit) -> Result<Option<Reading>, E>,
    ) -> Result<Self, E> {
        let id = deposit.id();
        deposit.name_original();
        let ready = read(id, &deposit)?.map(|reading| Ready::new(id, &deposit, reading));
        Ok(Self { id, deposit, ready })
    }

    /// The document's name.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// The document.
    pub fn deposit(&self) -> &Deposit {
        &self.deposit
    }
}

impl From<Read> for Prepared {
    fn from(Read { deposit, reading }: Read) -> Self {
        let Ok(prepared) = Self::new(deposit, |_, _| Ok::<_, Infallible>(reading));
        prepared
    }
}

impl Ready {
    pub(crate) fn new(id: DocumentId, deposit: &Deposit, reading: Reading) -> Self {
        let (bytes, packed) = (Packed::new(&deposit.bytes), Packed::reading(&reading));
        let original = deposit.original.as_deref().map(Packed::new);
        Self { bytes, original, reading: packed, sketched: Sketched::new(id, reading) }
    }
}

impl Sketched {
    pub(crate) fn new(document: DocumentId, reading: Reading) -> Self {
        let keyed = |sketch: Sketch| {
            let keys = sketch.keys();
            (sketch, keys)
        };
        let sketches = sketches(document, &reading).into_iter().map(keyed).collect();
        Self { reading, sketches }
    }
}
