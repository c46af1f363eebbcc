//! Parts in, a ZIP file out.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::print::PrintError;

/// The parts of a document by their names, in the order in which they are written.
pub(super) type Parts = Vec<(String, Vec<u8>)>;

/// Packs them. The same parts give the same bytes: no clock is read.
pub(super) fn pack(parts: Parts) -> Result<Vec<u8>, PrintError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        // Pictures are compressed already.
        let options =
            if name.ends_with(".png") { options.compression_method(CompressionMethod::Stored) } else { options };
        zip.start_file(name, options).map_err(|error| PrintError::Writing(error.into()))?;
        zip.write_all(&bytes).map_err(|error| PrintError::Writing(error.into()))?;
    }
    Ok(zip.finish().map_err(|error| PrintError::Writing(error.into()))?.into_inner())
}
