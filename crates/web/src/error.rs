//! Why pages cannot be served.

use std::net::SocketAddr;

/// Why pages cannot be served at all.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is one that other machines reach.
    #[error(
        "{0} can be reached from other machines, and whoever reaches it could read and change the register; \
         listen on this machine alone, as 127.0.0.1:{port}, until there are accounts", port = .0.port()
    )]
    NotLocal(SocketAddr),
    /// Nobody may listen there now.
    #[error(
        "{address}: cannot be listened on; end the program that uses it, or name another port: --listen 127.0.0.1:0 takes any"
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// No pack has all words of the pages.
    #[error("no pack has the words of the pages; copy packs/en/interface.ftl into a pack and translate it{problems}")]
    NoLanguage {
        /// What is wrong with those that there are, a line each.
        problems: String,
    },
    /// The register cannot be opened.
    #[error(transparent)]
    Register(#[from] register::RegisterError),
    /// The system gives no random numbers, without which no form is safe.
    #[error("the system gives no random numbers; see to its /dev/urandom")]
    Random(#[source] getrandom::Error),
    /// Something fails while requests are answered.
    #[error("answering has failed")]
    Answering(#[source] std::io::Error),
}
