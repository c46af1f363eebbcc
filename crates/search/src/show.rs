//! Hits as they are shown: what they are, and where they say so.

use packs::Packs;
use register::{AccountId, Day, Readings, Register};
use tantivy::Score;

use crate::entries::{ClaimName, gathered, told};
use crate::error::SearchError;
use crate::fields::Fields;
use crate::highlight::{Candidate, Highlighter};
use crate::hit::{ClaimHit, DocumentHit, Hit, MatterHit, Of, PersonHit};
use crate::query::{Entry, Query};

/// Shows what was found, from the register.
pub(crate) struct Shown<'a> {
    register: &'a Register,
    packs: &'a Packs,
    highlighter: Highlighter,
    readings: Readings,
    today: Day,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(
        fields: &Fields,
        (register, packs): (&'a Register, &'a Packs),
        query: &Query,
        today: Day,
    ) -> Self {
        let highlighter = Highlighter::new(fields, query.texts());
        Self { register, packs, highlighter, readings: Readings::default(), today }
    }

    /// The hit of a name; `None` where the register has it no more.
    pub(crate) fn hit(&mut self, entry: Entry, id: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        match entry {
            Entry::Engagement => self.engagement(id, score),
            Entry::Claim => self.claim(id, score),
            Entry::Person => self.person(id, score),
            Entry::Matter => self.matter(id, score),
            Entry::Document => self.document(id, score),
        }
    }

    fn engagement(&mut self, id: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        let Ok(id) = id.parse::<AccountId>() else { return Ok(None) };
        let Some((engagement, accounts)) = gathered(self.register, id, &mut self.readings)? else { return Ok(None) };
        let mut candidates = Vec::new();
        for account in told(&engagement, &accounts) {
            let said = &account.engagement;
            for text in std::iter::once(&said.evidence).chain(said.claims.iter().map(|claim| &claim.evidence)) {
                candidates.push(Candidate { text, language: account.language.as_deref(), account: Some(account.id) });
            }
        }
        let fragments = self.highlighter.fragments(&candidates);
        Ok(Some(Hit { of: Of::Engagement(Box::new(engagement)), score, fragments }))
    }

    fn claim(&mut self, id: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        let Some(name) = ClaimName::parse(id) else { return Ok(None) };
        let place = self.register.store().place(name.account)?.and_then(|place| place.engagement);
        let Some(engagement) = place else { return Ok(None) };
        let Some((engagement, accounts)) = gathered(self.register, engagement, &mut self.readings)? else {
            return Ok(None);
        };
        let account = accounts.iter().find(|account| account.id == name.account);
        let claim = account.and_then(|account| account.engagement.claims.iter().find(|claim| claim.span == name.span));
        let (Some(account), Some(claim)) = (account, claim) else { return Ok(None) };
        let language = account.language.as_deref();
        let fragments =
            self.highlighter.fragments(&[Candidate { text: &claim.evidence, language, account: Some(account.id) }]);
        let engagement = Box::new(engagement);
        Ok(Some(Hit {
            of: Of::Claim(ClaimHit { account: account.id, claim: claim.clone(), engagement }),
            score,
            fragments,
        }))
    }

    fn person(&mut self, id: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        let person = self.register.store().person_of(id)?.filter(|person| person.id == id);
        Ok(person.map(|person| {
            let spelling = |text| Candidate { text, language: None, account: None };
            let candidates: Vec<Candidate<'_>> = person.spellings.iter().map(|text| spelling(text)).collect();
            let fragments = self.highlighter.fragments(&candidates);
            Hit { of: Of::Person(PersonHit::of(&person)), score, fragments }
        }))
    }

    fn matter(&mut self, key: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        let matter = self.register.store().matter(key)?;
        Ok(matter.map(|matter| {
            let fragments =
                self.highlighter.fragments(&[Candidate { text: &matter.key, language: None, account: None }]);
            Hit { of: Of::Matter(MatterHit::of(&matter, self.today)), score, fragments }
        }))
    }

    fn document(&mut self, id: &str, score: Score) -> Result<Option<Hit>, SearchError> {
        let Ok(id) = id.parse() else { return Ok(None) };
        let Some(deposit) = self.register.store().document(id)? else { return Ok(None) };
        let kept = self.readings.of(self.register, id)?;
        let (reading, origin) = (&kept.reading, kept.origin.clone());
        let opened = register::open(self.packs, &deposit).ok();
        let text = opened.as_ref().map_or("", |opened| opened.text());
        let language = reading.language.as_deref();
        let fragments = self.highlighter.fragments(&[Candidate { text, language, account: None }]);
        let hit = DocumentHit {
            id,
            title: opened.as_ref().and_then(|opened| opened.title().map(str::to_owned)),
            language: reading.language.clone(),
            published: reading.published.as_ref().map(|published| (published.start, published.end)),
            origin,
            n_accounts: reading.engagements.len(),
        };
        Ok(Some(Hit { of: Of::Document(hit), score, fragments }))
    }
}
