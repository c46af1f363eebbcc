//! How commands ask addresses.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::Args;
use intake::follow::{Fetcher, Settings, user_agent};
use signal_hook::consts::{SIGINT, SIGTERM};

use crate::size::Size;

/// How addresses are asked.
#[derive(Args)]
pub(crate) struct FetchArguments {
    /// An address of yours, of the web or of mail, that sites are told: whoever is troubled can turn to it
    #[arg(long, value_name = "ADDRESS", env = "CHANCERY_CONTACT")]
    contact: Option<String>,
    /// How long a host is left alone between two requests; never shorter than two seconds, but for this machine where it is allowed by name
    #[arg(long, value_name = "SECONDS", default_value_t = 2.0, value_parser = seconds)]
    pause: f32,
    /// The longest that a host is left alone because it asks so, by Crawl-delay or Retry-After
    #[arg(long, value_name = "SECONDS", default_value_t = 120.0, value_parser = seconds)]
    longest_pause: f32,
    /// The longest time that a request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60.0, value_parser = seconds)]
    timeout: f32,
    /// The longest page that is taken, unpacked, as `500kB` or `16MB`
    #[arg(long, value_name = "SIZE", default_value = "16MB")]
    limit: Size,
    /// Asks through the proxy that the environment names (HTTPS_PROXY): then that decides which networks are reached. One that lies in a
    /// private network itself must be allowed by name
    #[arg(long)]
    system_proxy: bool,
}

fn seconds(text: &str) -> Result<f32, String> {
    let seconds: Option<f32> = text.parse().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.ok_or_else(|| "write a number of seconds, 3600 at most".to_owned())
}

impl FetchArguments {
    /// What asks, until the program is asked to end.
    pub(crate) fn fetcher(&self) -> Result<Fetcher> {
        Ok(Fetcher::new(self.settings(), ending()?))
    }

    /// The same, with what is set when the program is asked to end.
    pub(crate) fn fetcher_ending(&self, ending: &Arc<AtomicBool>) -> Fetcher {
        Fetcher::new(self.settings(), Arc::clone(ending))
    }

    /// How addresses are asked.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            user_agent: user_agent(self.contact.as_deref()),
            pause: Duration::from_secs_f32(self.pause),
            longest_pause: Duration::from_secs_f32(self.longest_pause),
            timeout: Duration::from_secs_f32(self.timeout.max(0.1)),
            limit_bytes: self.limit.bytes(),
            system_proxy: self.system_proxy,
        }
    }
}

/// What is set once the program is asked to end, by Ctrl-C or by whoever runs it. Asked twice, it ends at once.
pub(crate) fn ending() -> Result<Arc<AtomicBool>> {
    let ending = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        let listen = || -> std::io::Result<()> {
            signal_hook::flag::register_conditional_shutdown(signal, 1, Arc::clone(&ending))?;
            signal_hook::flag::register(signal, Arc::clone(&ending))?;
            Ok(())
        };
        listen().context("cannot listen for being asked to end")?;
    }
    Ok(ending)
}
