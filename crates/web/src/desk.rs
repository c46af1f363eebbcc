//! What all requests share: packs, words, the register and its index, and the secret of forms.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::Arc;

use packs::Packs;
use press::Words;
use register::{Day, Register};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::asked_elsewhere::Elsewhere;
use crate::asking::Asking;
use crate::error::ServeError;
use crate::finder::Finder;
use crate::known::Known;
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::registers::{Registers, Snapshot};
use crate::tongue::Tongue;
use crate::uploads::Uploads;

/// So many requests ask the register at once; others wait for their turn.
const AT_ONCE: usize = 16;

/// What is served.
pub struct Settings {
    /// The register's file; made where there is none.
    pub register: PathBuf,
    /// The packs, with the words of the pages.
    pub packs: Packs,
    /// Who sits at the machine, as rulings name them.
    pub who: String,
    /// The time, in milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// How addresses are asked that somebody names in a form.
    pub fetch: intake::follow::Settings,
    /// Hosts, as `host` or `host:port`, that may lie in private networks.
    pub allowed: Vec<String>,
}

/// What all requests share.
pub struct Desk {
    pub(crate) packs: &'static Packs,
    pub(crate) registers: Registers,
    pub(crate) finder: Finder,
    pub(crate) metrics: Metrics,
    pub(crate) uploads: Uploads,
    pub(crate) elsewhere: Elsewhere,
    /// Hosts that may lie in private networks.
    pub(crate) allowed: Vec<String>,
    pub(crate) known: Known,
    /// What forms carry to show that a page of this server made them.
    pub(crate) token: String,
    pub(crate) who: String,
    languages: Vec<Words<'static>>,
    now_ms: fn() -> i64,
    turns: Arc<Semaphore>,
}

impl Desk {
    /// Opens the register and makes ready what requests share. The index of words is made in the background.
    ///
    /// # Errors
    ///
    /// Where the register cannot be opened, or no pack has the words of the pages.
    pub fn open(settings: Settings) -> Result<Arc<Self>, ServeError> {
        // They are needed until the program ends.
        let packs: &'static Packs = Box::leak(Box::new(settings.packs));
        let registers = Registers::open(settings.register)?;
        let desk = Arc::new(Self {
            packs,
            finder: Finder::new(registers.path()),
            uploads: Uploads::of(registers.path()),
            registers,
            metrics: Metrics::default(),
            elsewhere: Elsewhere::new(settings.fetch),
            allowed: settings.allowed,
            known: Known::default(),
            token: token()?,
            who: settings.who,
            languages: languages(packs)?,
            now_ms: settings.now_ms,
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        });
        let own = Arc::clone(&desk);
        std::thread::spawn(move || own.finder.begin(&own.registers, own.packs));
        Ok(desk)
    }

    /// The languages in which there are pages.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &Words<'static>> {
        self.languages.iter()
    }

    /// The words of a language; of the first where there are none of it.
    pub(crate) fn words(&self, code: &str) -> &Words<'static> {
        self.languages.iter().find(|words| words.code() == code).unwrap_or(&self.languages[0])
    }

    /// The code of a party by its code, or by its name in any language of the packs.
    pub(crate) fn party(&self, name: &str) -> Result<String, Problem> {
        let unknown =
            || Problem::Unclear(format!("`{name}` is no party that the packs know; write its code (VN) or its name"));
        Ok(self.packs.world.code(self.packs.party_named(name).ok_or_else(unknown)?).to_owned())
    }

    /// Who rules.
    pub(crate) fn known_who(&self) -> Result<&str, Problem> {
        let nobody = "nobody knows who you are; start the program with --who NAME";
        if self.who.trim().is_empty() { Err(Problem::Cannot(nobody.to_owned())) } else { Ok(&self.who) }
    }

    /// The time, in milliseconds since 1970.
    pub(crate) fn now_ms(&self) -> i64 {
        (self.now_ms)()
    }

    /// Today, by the clock of the world.
    pub(crate) fn today(&self) -> Day {
        (self.now_ms() / 86_400_000) as Day
    }

    /// The name of all that answers follow from: documents (each that is added is a change), rulings, packs, the program, and the day on
    /// which matters lapse. `None` while the index lags behind, which answers follow from too.
    pub(crate) fn state(&self, register: &Register) -> Result<Option<String>, Problem> {
        if !self.finder.follows(register) {
            return Ok(None);
        }
        let store = register.store();
        let [rulings, undone] = store.n_rulings()?;
        let (last, packs, today) = (store.last_change()?, self.packs.fingerprint(), self.today());
        let version = env!("CARGO_PKG_VERSION");
        Ok(Some(format!("{version}-{packs}-{last}-{rulings}-{undone}-{today}")))
    }

    /// Asks one state of the register, on a thread that may wait for the disk.
    pub(crate) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        asking: Asking,
        work: impl FnOnce(&Asked<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        self.wait(move || {
            let snapshot = desk.registers.snapshot()?;
            work(&Asked { snapshot, tongue: desk.tongue(&asking), asking: &asking, desk: &desk })
        })
        .await
    }

    /// The words for who asks.
    pub(crate) fn tongue<'a>(&'a self, asking: &Asking) -> Tongue<'a> {
        Tongue { words: self.words(&asking.language), desk: self, today: self.today() }
    }

    /// Does what may take a while on a thread of its own, when its turn has come.
    pub(crate) async fn wait<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        // Held by the work itself: who asked may be gone before it is done.
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Problem::Ending)?;
        spawn_blocking(move || {
            let _turn = turn;
            work()
        })
        .await
        .map_err(Problem::failed)?
    }
}

/// One state of the register, and who asks it in which language.
pub(crate) struct Asked<'a> {
    pub(crate) snapshot: Snapshot<'a>,
    pub(crate) tongue: Tongue<'a>,
    pub(crate) asking: &'a Asking,
    pub(crate) desk: &'a Arc<Desk>,
}

impl Asked<'_> {
    /// What a question gives in this state of the register, worked out once; see [`Known::once`].
    pub(crate) fn once<T: Send + Sync + 'static>(
        &self,
        question: impl Debug,
        work: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<Arc<T>, Problem> {
        self.desk.known.once(self.desk.state(&self.snapshot)?, question, work)
    }
}

fn languages(packs: &'static Packs) -> Result<Vec<Words<'static>>, ServeError> {
    let (mut languages, mut problems) = (Vec::new(), String::new());
    for language in packs.languages.iter().filter(|language| !language.interface.is_empty()) {
        match Words::of_pages(packs, &language.code) {
            Ok(words) => languages.push(words),
            Err(error) => {
                tracing::warn!("pages are not served in {}: {error}", language.name);
                problems += &format!("\n  {error}");
            }
        }
    }
    if languages.is_empty() { Err(ServeError::NoLanguage { problems }) } else { Ok(languages) }
}

fn token() -> Result<String, ServeError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(ServeError::Random)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
