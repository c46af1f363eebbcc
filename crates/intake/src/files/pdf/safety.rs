//! What is looked at before a PDF is read: that its streams do not unpack to more than any document has.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::object::Object;
use hayro_interpret::hayro_syntax::{Filter, Pdf};
use memchr::memmem;

/// No stream may unpack to more.
const LONGEST_STREAM: u64 = 128 << 20;
/// Nor all together.
const LONGEST: u64 = 1 << 30;
/// Streams whose packing may grow more, or that are packed twice, may have no more packed bytes.
const MOST_PACKED: usize = 256 << 10;
const MOST_OBJECTS: usize = 5_000_000;

/// Unpacks what looks like a stream, and keeps nothing of it.
pub(super) fn streams(bytes: &[u8]) -> Result<(), String> {
    let mut total = 0;
    let mut some = vec![0; 1 << 16];
    for at in memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let packed = bytes[at + b"stream".len()..].trim_ascii_start();
        let mut unpacked = ZlibDecoder::new(packed);
        let mut size_bytes = 0;
        // One that is damaged gives what it can.
        while let Ok(read) = unpacked.read(&mut some) {
            size_bytes += read as u64;
            total += read as u64;
            if read == 0 {
                break;
            }
            if size_bytes > LONGEST_STREAM || total > LONGEST {
                return Err(format!("unpacks to more than {} MB", size_bytes.min(total) >> 20));
            }
        }
    }
    Ok(())
}

/// Looks at how streams are packed.
pub(super) fn filters(pdf: &Pdf) -> Result<(), String> {
    if pdf.len() > MOST_OBJECTS {
        return Err(format!("has more than {MOST_OBJECTS} objects"));
    }
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let filters = stream.filters();
        let growing = filters
            .iter()
            .filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode))
            .count();
        let lzw = filters.iter().any(|filter| matches!(filter, Filter::LzwDecode));
        if (growing > 1 || lzw) && stream.raw_data().len() > MOST_PACKED {
            return Err("is packed in a way that may unpack to far more than any document has".to_owned());
        }
    }
    Ok(())
}
