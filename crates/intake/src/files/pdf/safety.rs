//! What is looked at before a PDF is read: that its streams do not unpack to more than any document has, and that nothing lies too deep.

use std::time::Instant;

use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::object::{Name, Object};
use hayro_interpret::hayro_syntax::{Filter, Pdf};
use memchr::memmem;

use super::super::http::is_zlib;
use super::depth::Depth;
use super::glyphs::Ended;

/// No stream may unpack to more.
const LONGEST_STREAM: u64 = 128 << 20;
/// Nor all together.
const LONGEST: u64 = 1 << 30;
/// Streams of which it cannot be told what they unpack to may have no more packed bytes.
const MOST_PACKED: u64 = 256 << 10;
const MOST_OBJECTS: usize = 5_000_000;
const PACKED: &str = "is packed in a way that may unpack to far more than any document has";
pub(super) const DEEP: &str = "has parts that lie deeper in each other than those of any document";

/// Unpacks what looks like a stream, and keeps nothing of it. The library unpacks those in which objects lie before it can be asked for
/// any filter, so that these are told by the words before them.
pub(super) fn streams(bytes: &[u8], deadline: Instant) -> Result<(), String> {
    if Depth::of(bytes) {
        return Err(DEEP.to_owned());
    }
    let mut measure = Measure::new(deadline);
    let (mut words, mut before) = (Words::default(), 0);
    for at in memmem::find_iter(bytes, b"stream") {
        Ended::after(deadline);
        let begin = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            words = Words::default();
        } else {
            let packed = &bytes[begin..];
            // The word may also stand among these: all since the last stream count.
            words.learn(&bytes[before..at]);
            // A picture may look like anything; objects are read at once.
            (measure.looks, measure.too_deep) = (words.of_objects(), false);
            // One line is ended behind the word, but some end several.
            let unpacked = match measure.unpacked(packed.trim_ascii_start())? {
                None => measure.unpacked(without_line_end(packed))?,
                unpacked => unpacked,
            };
            if measure.too_deep {
                return Err(DEEP.to_owned());
            }
            if words.of_objects() && (words.n_growing > 1 || words.unmeasured) {
                // Nobody can tell here how deep it is in the end.
                return Err(PACKED.to_owned());
            }
            if words.n_growing > 1 || words.of_objects() || words.unmeasured {
                let size_bytes = memmem::find(packed, b"endstream").unwrap_or(packed.len()) as u64;
                // How objects are packed may be said elsewhere.
                fits(words.n_growing.max(words.of_objects().into()), size_bytes, unpacked)?;
            }
        }
        before = begin;
    }
    Ok(())
}

/// Looks at how streams are packed.
pub(super) fn filters(pdf: &Pdf, deadline: Instant) -> Result<(), String> {
    if pdf.len() > MOST_OBJECTS {
        return Err(format!("has more than {MOST_OBJECTS} objects"));
    }
    let mut measure = Measure::new(deadline);
    for object in pdf.objects() {
        Ended::after(deadline);
        let Object::Stream(stream) = object else { continue };
        let filters = stream.filters();
        let grows =
            |filter: &&Filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode);
        let n_growing = filters.iter().filter(grows).count();
        // As they are once they are unlocked: in the file they may be locked.
        let raw = stream.raw_data();
        let size_bytes = raw.len() as u64;
        let measured = filters.first() == Some(&Filter::FlateDecode) && (n_growing > 1 || size_bytes > MOST_PACKED);
        let unpacked = if measured { measure.unpacked(&raw)? } else { None };
        fits(n_growing, size_bytes, unpacked)?;
        // What only pictures are packed by is never read as words.
        let is_read = filters.iter().all(|filter| {
            grows(&filter) || matches!(filter, Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt)
        });
        let is_picture = stream.dict().get::<Name<'_>>("Subtype").is_some_and(|name| name.as_ref() == b"Image");
        if is_read && !is_picture && stream.decoded().is_ok_and(|text| Depth::of(&text)) {
            return Err(DEEP.to_owned());
        }
    }
    Ok(())
}

/// Whether a stream may be unpacked that so many of its filters make longer, of so many bytes, which the first filter unpacks to so many,
/// where that is known.
fn fits(n_growing: usize, size_bytes: u64, unpacked: Option<u64>) -> Result<(), String> {
    let fits = match (n_growing, unpacked) {
        (0 | 1, Some(_)) | (0, None) => true,
        (1, None) => size_bytes <= MOST_PACKED,
        (2, Some(unpacked)) => unpacked <= MOST_PACKED,
        _ => false,
    };
    if fits { Ok(()) } else { Err(PACKED.to_owned()) }
}

/// The bytes behind one end of a line.
fn without_line_end(bytes: &[u8]) -> &[u8] {
    let ends: [&[u8]; 3] = [b"\r\n", b"\n", b"\r"];
    ends.into_iter().find_map(|end| bytes.strip_prefix(end)).unwrap_or(bytes)
}

/// What the words before a stream say of it.
#[derive(Default)]
struct Words {
    /// How many filters make it longer.
    n_growing: usize,
    /// Whether it says that objects or their places lie in it.
    said: bool,
    /// Whether it has what the library asks of a stream of objects, whatever that says of itself: `/First` and `/N`.
    first: bool,
    number: bool,
    /// Whether one of the filters is none that is measured.
    unmeasured: bool,
}

impl Words {
    /// Whether objects, or their places, may lie in the stream.
    fn of_objects(&self) -> bool {
        self.said || (self.first && self.number)
    }

    fn learn(&mut self, dictionary: &[u8]) {
        for name in dictionary.split(|&byte| byte == b'/').skip(1) {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}%\0".contains(byte);
            let name = &name[..name.iter().position(ends).unwrap_or(name.len())];
            match plain(name).as_slice() {
                b"FlateDecode" | b"Fl" => self.n_growing += 1,
                b"LZWDecode" | b"LZW" | b"RunLengthDecode" | b"RL" => {
                    self.n_growing += 1;
                    self.unmeasured = true;
                }
                b"ASCIIHexDecode" | b"AHx" | b"ASCII85Decode" | b"A85" => self.unmeasured = true,
                b"ObjStm" | b"XRef" => self.said = true,
                b"First" => self.first = true,
                b"N" => self.number = true,
                _ => {}
            }
        }
    }
}

/// A name without the numbers for its letters: `Fl#61te` is `Flate`.
fn plain(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'#').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(letter) => {
                plain.push(letter);
                rest = &after[2..];
            }
            None => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    plain
}

/// Unpacks streams one after the other and keeps nothing of them.
struct Measure {
    inflate: Decompress,
    some: Vec<u8>,
    /// How deep what was unpacked last lies in each other.
    depth: Depth,
    /// Whether that is looked at.
    looks: bool,
    /// Whether something that was looked at lies too deep.
    too_deep: bool,
    total: u64,
    deadline: Instant,
}

impl Measure {
    fn new(deadline: Instant) -> Self {
        let (inflate, some, depth) = (Decompress::new(true), vec![0; 1 << 16], Depth::default());
        Self { inflate, some, depth, looks: false, too_deep: false, total: 0, deadline }
    }

    /// How many bytes a stream unpacks to, with a head or, as the library lets pass, without one; `None` where it is damaged, or not packed
    /// so. An error where these are too many, also where it is damaged behind them.
    fn unpacked(&mut self, packed: &[u8]) -> Result<Option<u64>, String> {
        let unpacked = if is_zlib(packed) { self.inflated(packed, true)? } else { None };
        if unpacked.is_some() { Ok(unpacked) } else { self.inflated(packed, false) }
    }

    fn inflated(&mut self, packed: &[u8], head: bool) -> Result<Option<u64>, String> {
        self.inflate.reset(head);
        self.depth = Depth::default();
        loop {
            Ended::after(self.deadline);
            let (taken, before) = (self.inflate.total_in(), self.inflate.total_out());
            let status = self.inflate.decompress(&packed[taken as usize..], &mut self.some, FlushDecompress::None);
            let size_bytes = self.inflate.total_out();
            self.total += size_bytes - before;
            if self.looks {
                self.depth.look(&self.some[..(size_bytes - before) as usize]);
                // What is damaged behind it is tried otherwise, and read all the same.
                self.too_deep |= self.depth.is_too_deep();
            }
            if size_bytes > LONGEST_STREAM || self.total > LONGEST {
                return Err(format!("unpacks to more than {} MB", size_bytes.min(self.total) >> 20));
            }
            match status {
                Ok(Status::StreamEnd) => return Ok(Some(size_bytes)),
                Ok(_) if self.inflate.total_in() > taken || size_bytes > before => {}
                _ => return Ok(None),
            }
        }
    }
}
