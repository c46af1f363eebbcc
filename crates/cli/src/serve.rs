//! `serve`: the register in a browser.

use std::io::{self, IsTerminal as _, Write as _};
use std::net::{SocketAddr, ToSocketAddrs as _};

use anyhow::{Result, anyhow};
use clap::Args;
use tracing_subscriber::filter::LevelFilter;

use crate::arguments::PacksArguments;
use crate::fetching::FetchArguments;
use crate::register_arguments::{RegisterArguments, now_ms, user};

/// Opens the register in a browser, for whoever sits at this machine
///
/// The pages are served at an address of this machine alone: whoever can open them can read and change the register. The register is
/// made where there is none. Interrupt the program to end it.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Where pages are served: an address of this machine and a port; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = web::LISTEN, value_parser = address)]
    listen: SocketAddr,
    /// How much is logged on standard error: off, error, warn, info or debug
    #[arg(long, value_name = "LEVEL", default_value = "info")]
    log: LevelFilter,
    /// Who sits at this machine, as rulings name them [default: you]
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// A host, as host or host:port, that may lie in a private network, for addresses that forms name; may be given several times
    #[arg(long = "allow-host", value_name = "HOST")]
    allowed: Vec<String>,
    #[command(flatten)]
    fetch: FetchArguments,
    #[command(flatten)]
    register: RegisterArguments,
    #[command(flatten)]
    packs: PacksArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery serve                                then open http://127.0.0.1:8000/
  chancery serve --listen localhost:8080 --register desk.db";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    web::local(arguments.listen)?;
    tracing_subscriber::fmt()
        .with_max_level(arguments.log)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_target(false)
        .init();
    let desk = web::Desk::open(web::Settings {
        register: arguments.register.path()?,
        packs: arguments.packs.load()?,
        who: arguments.who.clone().or_else(user).unwrap_or_default(),
        now_ms,
        fetch: arguments.fetch.settings(),
        allowed: arguments.allowed.clone(),
    })?;
    web::serve(desk, arguments.listen, |address| {
        // Whoever started it without anybody to read this knows the address.
        let _ = writeln!(io::stdout(), "http://{address}/");
    })?;
    Ok(true)
}

/// An address with a port; of several that a name has, the first.
fn address(text: &str) -> Result<SocketAddr> {
    let mut found = text.to_socket_addrs().map_err(|error| {
        anyhow!("`{text}` is no address with a port ({error}); write one as 127.0.0.1:8000 or localhost:8000")
    })?;
    found.next().ok_or_else(|| anyhow!("`{text}` leads nowhere; write 127.0.0.1:8000"))
}
