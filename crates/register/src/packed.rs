//! Documents and readings as a store keeps them: compressed, in a format that outlives the program.

use std::cell::RefCell;
use std::io;

use reader::Reading;
use zstd::bulk::{Compressor, Decompressor, decompress};

/// How hard documents and readings are compressed: beyond this it costs more than it saves.
const COMPRESSION: i32 = 3;
/// No reading takes more bytes as JSON.
const LONGEST_READING: usize = 1 << 30;

thread_local! {
    /// Made once: its tables are larger than most documents.
    static COMPRESSOR: RefCell<Compressor<'static>> =
        RefCell::new(Compressor::new(COMPRESSION).expect("memory is there for it"));
}

/// Bytes compressed by zstd ([RFC 8878](https://www.rfc-editor.org/rfc/rfc8878)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Vec<u8>);

impl Packed {
    /// These bytes, compressed.
    pub fn new(bytes: &[u8]) -> Self {
        Self(COMPRESSOR.with_borrow_mut(|compressor| compressor.compress(bytes).expect("memory is there for it")))
    }

    /// A reading as JSON, compressed.
    pub fn reading(reading: &Reading) -> Self {
        Self::new(&serde_json::to_vec(reading).expect("a reading is plain values"))
    }

    /// What was packed, as a store has kept it.
    pub fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// What a store keeps.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes that were packed: no more than so many.
    ///
    /// # Errors
    ///
    /// Where it is not what was packed, or is longer.
    pub fn unpack(&self, most: usize) -> io::Result<Vec<u8>> {
        decompress(&self.0, most)
    }

    /// The reading that was packed.
    ///
    /// # Errors
    ///
    /// Where it is not what was packed.
    pub fn unpack_reading(&self) -> io::Result<Reading> {
        let most = Decompressor::upper_bound(&self.0).unwrap_or(LONGEST_READING);
        Ok(serde_json::from_slice(&self.unpack(most.min(LONGEST_READING))?)?)
    }
}
