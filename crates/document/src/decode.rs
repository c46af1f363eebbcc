//! Makes text of bytes.

use crate::DocumentError;

/// Makes text of the bytes of a document.
pub(crate) fn decode(name: &str, bytes: &[u8]) -> Result<String, DocumentError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(DocumentError::Encoding { name: name.to_owned(), at: error.valid_up_to() }),
    }
}
