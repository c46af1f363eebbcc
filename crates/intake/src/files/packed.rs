//! What is packed by gzip ([RFC 1952](https://www.rfc-editor.org/rfc/rfc1952)) or zstd, member by member.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{GzDecoder, MultiGzDecoder};
use zstd::stream::read::Decoder as ZstdDecoder;

use super::known::{Ending, Kind, ending};
use super::source::{Counted, Source};
use super::warc::Warc;
use super::{Archive, Claim, Member, Step};
use crate::error::{IntakeError, fair};

/// How an archive is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// Not at all.
    None,
    /// Each record, or all, by gzip.
    Gzip,
    /// Each record, or all, by zstd.
    Zstd,
}

/// How members begin.
const GZIP: &[u8] = b"\x1f\x8b\x08";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// Opens something that is packed, of which `head` are the first bytes: an archive of the web, or one file.
pub(super) fn open(member: Member, kind: Kind, head: &[u8], limit: usize) -> Result<Box<dyn Archive>, IntakeError> {
    let packing = if kind == Kind::Gzip { Packing::Gzip } else { Packing::Zstd };
    let mut begin = [0; 5];
    let begun = match packing {
        Packing::Gzip => GzDecoder::new(head).read_exact(&mut begin),
        _ => ZstdDecoder::new(head).and_then(|mut unpacked| unpacked.read_exact(&mut begin)),
    };
    // Where the first bytes say nothing, its name does: a first member may be empty, a block longer than these.
    let is_warc =
        begun.map_or_else(|_| ending(&member.origin.name) == Ending::Read(Kind::Warc), |()| &begin == b"WARC/");
    if is_warc {
        return Ok(Box::new(Warc::new(member, limit, packing)));
    }
    let Member { origin, source, original, .. } = member;
    let input = Counted::new(source.read());
    let unpacked: Box<dyn Read + Send> = if packing == Packing::Gzip {
        Box::new(Fair {
            unpacked: MultiGzDecoder::new(input),
            n: 0,
            taken: |unpacked: &MultiGzDecoder<Counted>| unpacked.get_ref().taken(),
        })
    } else {
        let unpacked = ZstdDecoder::with_buffer(input).map_err(|error| IntakeError::reading(&*origin.name, error))?;
        Box::new(Fair { unpacked, n: 0, taken: |unpacked: &ZstdDecoder<'static, Counted>| unpacked.get_ref().taken() })
    };
    Ok(Box::new(One(Some(Member { origin, source: Source::Stream(unpacked), original, claim: Claim::Inside }))))
}

/// The one file that was packed.
struct One(Option<Member>);

impl Archive for One {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        self.0.take().map(|member| Ok(Step::Member(member)))
    }
}

/// Refuses to go on where few bytes have become very many.
struct Fair<R> {
    unpacked: R,
    n: u64,
    taken: fn(&R) -> u64,
}

impl<R: Read> Read for Fair<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.unpacked.read(into)?;
        self.n += read as u64;
        fair((self.taken)(&self.unpacked), self.n)?;
        Ok(read)
    }
}

/// The bytes of an archive, unpacked; those of one member at a time.
pub(super) struct Members {
    packing: Packing,
    state: State,
    /// Where the member begins.
    start: u64,
    /// How many bytes of it were taken, unpacked.
    unpacked: u64,
}

#[expect(clippy::large_enum_variant, reason = "there is one for each archive that is open")]
enum State {
    /// Between two members.
    Between(Counted),
    Plain(Counted),
    Gzip(BufReader<GzDecoder<Counted>>),
    Zstd(BufReader<ZstdDecoder<'static, Counted>>),
    /// Nothing comes any more.
    Ended,
}

impl State {
    /// The bytes behind what was unpacked.
    fn input(self) -> Option<Counted> {
        match self {
            Self::Between(input) | Self::Plain(input) => Some(input),
            Self::Gzip(unpacked) => Some(unpacked.into_inner().into_inner()),
            Self::Zstd(unpacked) => Some(unpacked.into_inner().finish()),
            Self::Ended => None,
        }
    }
}

impl Members {
    pub(super) fn new(source: Source, packing: Packing) -> Self {
        Self { packing, state: State::Between(Counted::new(source.read())), start: 0, unpacked: 0 }
    }

    /// Whether it is packed.
    pub(super) fn is_packed(&self) -> bool {
        self.packing != Packing::None
    }

    /// Where in the packed bytes the member begins; where nothing is packed, where the next byte stands.
    pub(super) fn at(&self) -> u64 {
        match &self.state {
            State::Plain(input) => input.taken(),
            _ => self.start,
        }
    }

    /// Goes to the next member, once this one is at its end; `false` behind the last.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        let before = std::mem::replace(&mut self.state, State::Ended);
        let plain = matches!(before, State::Plain(_));
        let Some(mut input) = before.input() else { return Ok(false) };
        if plain || input.fill_buf()?.is_empty() {
            return Ok(false);
        }
        self.enter(input)?;
        Ok(true)
    }

    fn enter(&mut self, input: Counted) -> io::Result<()> {
        (self.start, self.unpacked) = (input.taken(), 0);
        self.state = match self.packing {
            Packing::None => State::Plain(input),
            Packing::Gzip => State::Gzip(BufReader::new(GzDecoder::new(input))),
            Packing::Zstd => State::Zstd(BufReader::new(ZstdDecoder::with_buffer(input)?.single_frame())),
        };
        Ok(())
    }

    /// Goes to the next member that begins as one does, after one that is broken; where there is none, nothing comes any more.
    pub(super) fn skip_broken(&mut self) {
        // What has failed once may do so for ever: it is let go before all else.
        let Some(mut input) = std::mem::replace(&mut self.state, State::Ended).input() else { return };
        let mark = match self.packing {
            Packing::None => return,
            Packing::Gzip => GZIP,
            Packing::Zstd => ZSTD,
        };
        // A member that is broken where it begins would be found again.
        if input.taken() == self.start {
            if !input.fill_buf().is_ok_and(|bytes| !bytes.is_empty()) {
                return;
            }
            input.consume(1);
        }
        // A disk that fails has no more members.
        if input.seek(mark).unwrap_or(false) {
            // Where it cannot be entered nothing more comes, and what was broken is told.
            let _ = self.enter(input);
        }
    }
}

impl Read for Members {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let read = from.len().min(into.len());
        into[..read].copy_from_slice(&from[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Members {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match &mut self.state {
            State::Plain(input) => input.fill_buf(),
            State::Gzip(unpacked) => {
                fair(unpacked.get_ref().get_ref().taken() - self.start, self.unpacked)?;
                unpacked.fill_buf()
            }
            State::Zstd(unpacked) => {
                fair(unpacked.get_ref().get_ref().taken() - self.start, self.unpacked)?;
                unpacked.fill_buf()
            }
            State::Between(_) | State::Ended => Ok(b""),
        }
    }

    fn consume(&mut self, amount: usize) {
        self.unpacked += amount as u64;
        match &mut self.state {
            State::Plain(input) => input.consume(amount),
            State::Gzip(unpacked) => unpacked.consume(amount),
            State::Zstd(unpacked) => unpacked.consume(amount),
            State::Between(_) | State::Ended => {}
        }
    }
}
