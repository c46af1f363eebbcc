//! Compiled packs as bytes: written once, when packs are compiled, and read in place.
//!
//! All numbers are little-endian. Small things (names, heads, entries) are streams that are read at the start;
//! large tables stay where they are, so that opening costs the same however many phrases there are.

use std::borrow::Cow;

/// Writes compiled packs.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    pub(crate) fn wide(&mut self, number: u64) {
        self.bytes.extend(number.to_le_bytes());
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes.extend(text.as_bytes());
    }

    pub(crate) fn flag(&mut self, flag: bool) {
        self.number(flag.into());
    }

    /// A number that may be missing; it must be less than the greatest.
    pub(crate) fn maybe(&mut self, number: Option<u32>) {
        self.number(number.unwrap_or(u32::MAX));
    }

    pub(crate) fn list<T>(
        &mut self,
        list: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let list = list.into_iter();
        self.number(list.len() as u32);
        list.for_each(|one| write(self, one));
    }

    /// A table of numbers, to be read in place.
    pub(crate) fn table(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u32 * 4);
        numbers.iter().for_each(|&number| self.number(number));
    }

    /// Bytes, to be read in place.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.bytes.extend(bytes);
    }
}

/// Reads compiled packs.
#[derive(Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    /// The same bytes, where they are part of the program.
    fixed: Option<&'static [u8]>,
    at: usize,
}

impl<'b> Reader<'b> {
    /// Reads bytes that are gone later: tables are copied.
    pub(crate) fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, fixed: None, at: 0 }
    }

    fn take(&mut self, length: usize) -> &'b [u8] {
        let taken = &self.bytes[self.at..self.at + length];
        self.at += length;
        taken
    }

    pub(crate) fn number(&mut self) -> u32 {
        u32::from_le_bytes(self.take(4).try_into().expect("four were taken"))
    }

    pub(crate) fn wide(&mut self) -> u64 {
        u64::from_le_bytes(self.take(8).try_into().expect("eight were taken"))
    }

    pub(crate) fn text(&mut self) -> &'b str {
        let length = self.number() as usize;
        std::str::from_utf8(self.take(length)).expect("was written from text")
    }

    pub(crate) fn string(&mut self) -> String {
        self.text().to_owned()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.number() != 0
    }

    pub(crate) fn maybe(&mut self) -> Option<u32> {
        Some(self.number()).filter(|&number| number != u32::MAX)
    }

    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = self.number();
        (0..length).map(|_| read(self)).collect()
    }

    pub(crate) fn raw(&mut self) -> Cow<'static, [u8]> {
        let length = self.number() as usize;
        let from = self.at;
        let bytes = self.take(length);
        self.fixed.map_or_else(|| Cow::Owned(bytes.to_vec()), |fixed| Cow::Borrowed(&fixed[from..from + length]))
    }

    pub(crate) fn table(&mut self) -> Table {
        Table(self.raw())
    }
}

impl Reader<'static> {
    /// Reads bytes of the program: tables stay where they are.
    pub(crate) fn in_place(bytes: &'static [u8]) -> Self {
        Self { bytes, fixed: Some(bytes), at: 0 }
    }
}

/// A table of numbers, read in place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(Cow<'static, [u8]>);

impl Table {
    pub(crate) fn view(&self) -> View<'_> {
        View(&self.0)
    }

    /// How many numbers it holds.
    pub(crate) fn len(&self) -> usize {
        self.0.len() / 4
    }
}

/// A look at a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'t>(&'t [u8]);

impl<'t> View<'t> {
    /// A number; 0 behind the end.
    #[inline]
    pub(crate) fn get(self, index: u32) -> u32 {
        let at = index as usize * 4;
        self.0.get(at..at + 4).map_or(0, |bytes| u32::from_le_bytes(bytes.try_into().expect("four were taken")))
    }

    /// The list that begins at an index: its length, then its numbers.
    #[inline]
    pub(crate) fn list(self, index: u32) -> impl ExactSizeIterator<Item = u32> + use<'t> {
        let at = index as usize * 4 + 4;
        let bytes = self.0.get(at..at + self.get(index) as usize * 4).unwrap_or_default();
        bytes.chunks_exact(4).map(|bytes| u32::from_le_bytes(bytes.try_into().expect("four were taken")))
    }
}

/// The slot in which a number is first looked for, among two to the power of `bits`.
#[inline]
fn slot(number: u32, bits: u32) -> u32 {
    (number.wrapping_mul(0x9e37_79b1) >> 1) >> (31 - bits)
}

/// How many bits tell a slot of a small hash table for so many numbers.
pub(crate) fn fan_bits(steps: usize) -> u32 {
    if steps == 1 { 0 } else { (steps * 3 / 2 + 1).next_power_of_two().trailing_zeros() }
}

/// Writes numbers, each with what it leads to, as a small hash table behind others; it has free slots unless there
/// is one number alone. 0 is no number.
pub(crate) fn write_fan(steps: &[(u32, u32)], out: &mut Vec<u32>) {
    let bits = fan_bits(steps.len());
    let from = out.len();
    out.resize(from + (2 << bits), 0);
    for &(number, to) in steps {
        let mut at = slot(number, bits);
        while out[from + 2 * at as usize] != 0 {
            at = (at + 1) & ((1 << bits) - 1);
        }
        out[from + 2 * at as usize..][..2].copy_from_slice(&[number, to]);
    }
}

impl<'t> View<'t> {
    /// Two numbers, one after the other.
    #[inline]
    pub(crate) fn two(self, index: u32) -> [u32; 2] {
        let bytes = self.0[index as usize * 4..].first_chunk::<8>().expect("no list ends before its last number");
        let both = u64::from_le_bytes(*bytes);
        [both as u32, (both >> 32) as u32]
    }

    /// Two numbers, one after the other; 0 behind the end.
    #[inline]
    pub(crate) fn two_or_none(self, index: u32) -> [u32; 2] {
        let at = index as usize * 4;
        let both =
            self.0.get(at..at + 8).map_or(0, |bytes| u64::from_le_bytes(bytes.try_into().expect("eight were taken")));
        [both as u32, (both >> 32) as u32]
    }

    /// What a number leads to in a small hash table of several that [`write_fan`] wrote, 0 if it is not there.
    #[inline]
    pub(crate) fn fan(self, from: u32, bits: u32, number: u32) -> u32 {
        let mut at = slot(number, bits);
        loop {
            let [found, to] = self.two(from + 2 * at);
            if found == number || found == 0 {
                return to;
            }
            at = (at + 1) & ((1 << bits) - 1);
        }
    }

    /// All numbers of a small hash table and what they lead to.
    pub(crate) fn fan_all(self, from: u32, bits: u32) -> impl Iterator<Item = (u32, u32)> + use<'t> {
        (0..1 << bits).map(move |at| self.two(from + 2 * at)).filter(|slot| slot[0] != 0).map(|slot| (slot[0], slot[1]))
    }
}

/// The bit of a number in a sieve, a set of two to the power of `bits` times 32 bits in which more numbers seem to be.
#[inline]
pub(crate) fn sieve_bit(number: u32, bits: u32) -> u32 {
    number.wrapping_mul(0x9e37_79b1) >> (27 - bits)
}

/// Some numbers as a sieve, in which one in eight others seems to be.
pub(crate) fn sieve(numbers: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let length = numbers.len().div_ceil(4).next_power_of_two().min(1 << 27);
    let mut sieve = vec![0; length];
    for number in numbers {
        let bit = sieve_bit(number, length.trailing_zeros());
        sieve[bit as usize / 32] |= 1 << (bit % 32);
    }
    sieve
}

/// Pairs of numbers and what they lead to: a hash table of buckets, none of which ever overflows.
///
/// Most pairs that are asked for are not there. The tags of a bucket's pairs stand side by side and apart from all else,
/// so that one comparison in a small table tells; only where a tag is right the pair itself is looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    tags: Vec<[u8; BUCKET]>,
    /// The pairs of each bucket, with what they lead to in the lowest 16 bits.
    pairs: Vec<[u64; BUCKET]>,
}

/// How many pairs a bucket has room for.
const BUCKET: usize = 8;

/// A pair as it is kept: 24 bits of each number, which are less than that but for the greatest of all.
#[inline]
fn pair(first: u32, second: u32) -> u64 {
    let low = |number: u32| u64::from(number & 0xff_ffff);
    low(first) << 24 | low(second)
}

/// The bucket of a pair, and its tag.
#[inline]
fn place(pair: u64, buckets: usize) -> (usize, u8) {
    let mixed = pair.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    ((mixed >> 32) as usize & (buckets - 1), mixed as u8)
}

impl Pairs {
    /// Writes pairs, each with what it leads to, which is not 0.
    pub(crate) fn write(pairs: &[(u32, u32, u16)], out: &mut Writer) {
        let mut count = pairs.len().div_ceil(2).next_power_of_two();
        let filled = loop {
            match filled(pairs, count) {
                Some(filled) => break filled,
                None => count *= 2,
            }
        };
        out.list(filled.tags, |out, tags| tags.iter().for_each(|&tag| out.number(tag.into())));
        out.list(filled.pairs, |out, pairs| pairs.iter().for_each(|&pair| out.wide(pair)));
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self {
            tags: from.list(|from| std::array::from_fn(|_| from.number() as u8)),
            pairs: from.list(|from| std::array::from_fn(|_| from.wide())),
        }
    }

    /// What a pair leads to, 0 if it is not there.
    #[inline]
    pub(crate) fn get(&self, first: u32, second: u32) -> u16 {
        let wanted = pair(first, second);
        let (bucket, tag) = place(wanted, self.tags.len().max(1));
        let Some(tags) = self.tags.get(bucket) else { return 0 };
        if !tags.iter().fold(false, |any, &other| any | (other == tag)) {
            return 0;
        }
        self.pairs[bucket].iter().find(|&&pair| pair >> 16 == wanted).map_or(0, |&pair| pair as u16)
    }
}

/// Pairs in so many buckets, if none overflows.
fn filled(pairs: &[(u32, u32, u16)], count: usize) -> Option<Pairs> {
    let mut filled = Pairs { tags: vec![[0; BUCKET]; count], pairs: vec![[0; BUCKET]; count] };
    for &(first, second, to) in pairs {
        let pair = pair(first, second);
        let (bucket, tag) = place(pair, count);
        let free = filled.pairs[bucket].iter().position(|&pair| pair == 0)?;
        (filled.tags[bucket][free], filled.pairs[bucket][free]) = (tag, pair << 16 | u64::from(to));
    }
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_steps() {
        let mut fans = Vec::new();
        let steps: Vec<Vec<(u32, u32)>> =
            [2, 3, 64, 1000].map(|most| (1..=most).map(|n| (n * 3, n)).collect()).to_vec();
        let mut places = Vec::new();
        for steps in &steps {
            places.push((fans.len() as u32, fan_bits(steps.len())));
            write_fan(steps, &mut fans);
        }
        let mut out = Writer::default();
        out.table(&fans);
        let table = Reader::of(&out.bytes).table();
        for (steps, (from, bits)) in steps.iter().zip(places) {
            assert!(steps.iter().all(|&(number, to)| table.view().fan(from, bits, number) == to));
            assert!((1..4000).filter(|number| table.view().fan(from, bits, *number) != 0).count() == steps.len());
            assert_eq!(table.view().fan_all(from, bits).count(), steps.len());
        }
    }

    #[test]
    fn sieves() {
        for most in [0, 1, 4, 5, 1000] {
            let sieve = sieve((0..most).map(|n| n * 3));
            let holds = |number: u32| {
                let bit = sieve_bit(number, sieve.len().trailing_zeros());
                sieve[bit as usize / 32] >> (bit % 32) & 1 == 1
            };
            assert!((0..most).all(|n| holds(n * 3)));
            assert!((1_000_000..1_001_000).filter(|&n| holds(n)).count() < 200, "{most}");
        }
    }

    #[test]
    fn finds_pairs() {
        let pairs: Vec<_> = (0..1000).map(|n| (n % 37, n, n as u16 * 3 + 1)).collect();
        let mut out = Writer::default();
        Pairs::write(&pairs, &mut out);
        Pairs::write(&[], &mut out);
        let mut from = Reader::of(&out.bytes);
        let read = Pairs::read(&mut from);
        assert!(pairs.iter().all(|&(first, second, to)| read.get(first, second) == to));
        assert_eq!(read.get(38, 1), 0);
        assert_eq!(Pairs::read(&mut from).get(0, 0), 0);
        assert_eq!(Pairs::default().get(0, 0), 0);
    }
}
