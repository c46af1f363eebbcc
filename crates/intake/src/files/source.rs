//! Where bytes come from: a file, memory, or a stream that cannot go back.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};

use super::known::HEAD;

/// Bytes that can be read from any place.
pub(super) trait Anywhere: Read + Seek + Send {}
impl<T: Read + Seek + Send> Anywhere for T {}

/// Where bytes come from.
pub(super) enum Source {
    /// A file on a disk.
    File(File),
    /// Memory.
    Bytes(Vec<u8>),
    /// A stream that cannot go back.
    Stream(Box<dyn Read + Send>),
}

impl Source {
    /// The first bytes, which still come afterwards.
    pub(super) fn head(&mut self) -> io::Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes[..bytes.len().min(HEAD)].to_vec()),
            Self::File(file) => {
                let mut head = Vec::new();
                file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
                // What cannot go back is no plain file: a pipe has a name too.
                if file.seek(SeekFrom::Start(0)).is_err() {
                    let rest = file.try_clone()?;
                    *self = Self::Stream(Box::new(Cursor::new(head.clone()).chain(rest)));
                }
                Ok(head)
            }
            Self::Stream(stream) => {
                let mut head = Vec::new();
                stream.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
                let rest = std::mem::replace(stream, Box::new(io::empty()));
                *stream = Box::new(Cursor::new(head.clone()).chain(rest));
                Ok(head)
            }
        }
    }

    /// How many bytes there are, where that is known.
    pub(super) fn size_bytes(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::File(file) => file.metadata().ok().filter(std::fs::Metadata::is_file).map(|about| about.len()),
            Self::Stream(_) => None,
        }
    }

    /// All bytes; `Err` with their number, where that is known, when they are too many.
    pub(super) fn all(self, most: usize) -> io::Result<Result<Vec<u8>, Option<u64>>> {
        if let Some(size_bytes) = self.size_bytes().filter(|&size_bytes| size_bytes > most as u64) {
            return Ok(Err(Some(size_bytes)));
        }
        let held = match self {
            Self::Bytes(bytes) => return Ok(Ok(bytes)),
            held => held,
        };
        let mut bytes = Vec::with_capacity(held.size_bytes().map_or(0, |size_bytes| size_bytes as usize + 1));
        held.read().take(most as u64 + 1).read_to_end(&mut bytes)?;
        Ok(if bytes.len() > most { Err(None) } else { Ok(bytes) })
    }

    /// The bytes, one after the other.
    pub(super) fn read(self) -> Box<dyn BufRead + Send> {
        match self {
            Self::File(file) => Box::new(BufReader::with_capacity(1 << 18, file)),
            Self::Bytes(bytes) => Box::new(Cursor::new(bytes)),
            Self::Stream(stream) => Box::new(BufReader::with_capacity(1 << 16, stream)),
        }
    }

    /// The bytes, from any place: those of a stream are held, `Err` as in [`all`](Self::all).
    pub(super) fn anywhere(self, most: usize) -> io::Result<Result<Box<dyn Anywhere>, Option<u64>>> {
        Ok(match self {
            Self::File(file) => Ok(Box::new(BufReader::with_capacity(1 << 16, file))),
            held => match held.all(most)? {
                Ok(bytes) => Ok(Box::new(Cursor::new(bytes))),
                Err(size_bytes) => Err(size_bytes),
            },
        })
    }
}

/// Bytes with the number of those that were taken.
pub(super) struct Counted {
    inner: Box<dyn BufRead + Send>,
    taken: u64,
    /// What was given back, and comes again.
    back: &'static [u8],
}

impl Counted {
    pub(super) fn new(inner: Box<dyn BufRead + Send>) -> Self {
        Self { inner, taken: 0, back: b"" }
    }

    /// How many bytes were taken.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// Takes all up to and with some bytes, and gives these back; `false` where they do not come.
    pub(super) fn seek(&mut self, bytes: &'static [u8]) -> io::Result<bool> {
        let mut matched = 0;
        loop {
            let buffer = self.fill_buf()?;
            if buffer.is_empty() {
                return Ok(false);
            }
            let mut used = 0;
            for &byte in buffer {
                used += 1;
                // Of the marks that are sought no byte but the first is like the first.
                matched = if byte == bytes[matched] { matched + 1 } else { usize::from(byte == bytes[0]) };
                if matched == bytes.len() {
                    break;
                }
            }
            self.consume(used);
            if matched == bytes.len() {
                self.back = bytes;
                self.taken -= bytes.len() as u64;
                return Ok(true);
            }
        }
    }
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let read = from.len().min(into.len());
        into[..read].copy_from_slice(&from[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.back.is_empty() { self.inner.fill_buf() } else { Ok(self.back) }
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount as u64;
        if self.back.is_empty() {
            self.inner.consume(amount);
        } else {
            self.back = &self.back[amount..];
        }
    }
}
