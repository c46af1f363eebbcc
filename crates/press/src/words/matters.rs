//! Matters by their names, and how they stand.

use packs::{Topic, Turn};
use register::matters::State;

use super::{Args, Words};

impl Words<'_> {
    /// The name of a matter, by its key.
    pub fn matter(&self, key: &str, parties: &[String]) -> String {
        self.matter_seen(key, parties, None)
    }

    /// The same as a party sees it: that one is named first.
    pub(crate) fn matter_seen(&self, key: &str, parties: &[String], view: Option<&str>) -> String {
        let mut parts = key.split('/');
        let kind = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        self.matter_of(kind, &rest, view)
            .unwrap_or_else(|| self.say("matter-other", vec![("parties", self.parties(parties, 4).into())]))
    }

    /// The name of a next step that concerns something.
    pub(crate) fn step(&self, about: String, parties: &[String]) -> String {
        self.say("matter-step", vec![("about", about.into()), ("parties", self.parties(parties, 4).into())])
    }

    /// The name of a candidacy, by its key, with whose it is.
    pub(crate) fn candidacy(&self, key: &str, candidate: &str) -> Option<String> {
        let (body, period) = key.strip_prefix("candidacy/")?.split_once('/')?;
        let mut args: Args<'_> =
            vec![("whose", self.genitive(candidate).into()), ("body", self.instrument(body).into())];
        Some(match self.years(period) {
            Some(years) => {
                args.push(("years", years.into()));
                self.say("matter-candidacy-of-years", args)
            }
            None => self.say("matter-candidacy-of", args),
        })
    }

    /// The years that a key names: `2026-2035`.
    fn years(&self, period: &str) -> Option<String> {
        let (from, to) = period.split_once('-').filter(|(from, _)| from.parse::<i16>().is_ok())?;
        Some(self.range(from.to_owned(), to.to_owned()))
    }

    fn matter_of(&self, kind: &str, rest: &[&str], view: Option<&str>) -> Option<String> {
        let codes = |joined: &str| -> Vec<String> {
            let mut codes = self.codes(joined);
            codes.sort_by_key(|code| view != Some(code));
            codes
        };
        let between = |joined: &str| self.parties(&codes(joined), 4);
        Some(match (kind, rest) {
            ("instrument", [code]) => self.instrument(code),
            ("level", [pair, level]) => {
                let parties = ("parties", between(pair).into());
                match Turn::parse(level) {
                    Some(turn) => self.say("matter-turn", vec![parties, ("turn", turn.as_str().into())]),
                    None => {
                        let [level, begun] = self.level(level);
                        self.say("matter-level", vec![parties, level, begun])
                    }
                }
            }
            ("candidacy", [body, whose]) => {
                let body = self.instrument(body).into();
                match self.years(whose) {
                    Some(years) => self.say("matter-candidacy-years", vec![("body", body), ("years", years.into())]),
                    None => self.say("matter-candidacy", vec![("body", body)]),
                }
            }
            ("target", [pair, unit, amount]) => {
                let amount = self.amount(amount.parse().ok()?, unit).into();
                match codes(pair).as_slice() {
                    [] => return None,
                    [one] => self
                        .say("matter-target-alone", vec![("amount", amount), ("genitive", self.genitive(one).into())]),
                    _ => self.say("matter-target", vec![("amount", amount), ("parties", between(pair).into())]),
                }
            }
            ("session", [pair, number]) => {
                let n: u16 = number.parse().ok()?;
                let args = vec![
                    ("ordinal", self.ordinal(n).into()),
                    ("n", (*number).into()),
                    ("parties", between(pair).into()),
                ];
                self.say("matter-session", args)
            }
            ("invitation", [host, guest]) => {
                let host = codes(host).into_iter().next()?;
                let args = vec![
                    ("genitive", self.genitive(&host).into()),
                    ("host", self.party(&host).into()),
                    ("guest", self.party(guest).into()),
                ];
                self.say("matter-invitation", args)
            }
            ("next-step", [pair, _]) => match codes(pair).as_slice() {
                [one] => self.say("matter-step-alone", vec![("genitive", self.genitive(one).into())]),
                [] => return None,
                _ => self.say("matter-other", vec![("parties", between(pair).into())]),
            },
            ("topic", [pair, topic]) => {
                let topic = Topic::parse(topic)?;
                let args = vec![
                    ("topic", self.topic(topic).into()),
                    ("field", self.fields(&[topic]).into()),
                    ("parties", between(pair).into()),
                ];
                self.say("matter-topic", args)
            }
            _ => return None,
        })
    }

    /// Codes that are joined by dashes; some codes have dashes themselves.
    pub(crate) fn codes(&self, joined: &str) -> Vec<String> {
        let parts: Vec<&str> = joined.split('-').collect();
        let mut codes = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let longest =
                (at + 1..=parts.len()).rev().find(|&end| self.packs.world.party(&parts[at..end].join("-")).is_some());
            let end = longest.unwrap_or(at + 1);
            codes.push(parts[at..end].join("-"));
            at = end;
        }
        codes.retain(|code| !code.is_empty());
        codes
    }

    /// The word for a state.
    pub fn state(&self, state: State) -> String {
        self.word(&format!("state-{}", state.as_str()))
    }
}
