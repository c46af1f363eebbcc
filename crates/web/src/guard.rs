//! What keeps other sites, other machines and hostile documents out.
//!
//! A request must name this machine as its host (else a name that was made to lead here could read the register: DNS rebinding), and one
//! that changes something must come from a page of this server (`Sec-Fetch-Site`, `Origin`) and carry the secret that only its
//! pages hold ([`Signed`]). Every answer forbids script, styles and requests that are not the server's own.

mod headers;
mod host;
mod origin;
mod signed;
mod time;

pub(crate) use headers::headers;
pub(crate) use host::host;
pub(crate) use origin::origin;
pub(crate) use signed::Signed;
pub(crate) use time::time;
