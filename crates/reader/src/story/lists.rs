//! What a list below a sentence names: whom somebody met, who was received, what was signed.

use document::BlockKind;
use packs::{Kind, Layer, Occasion, Reference, Value};

use super::{HEADED, Story};
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::occasions::headed;
use crate::page::Sentence;
use crate::scene::side;

/// So many tokens has a line of a list that names a guest.
const LISTED: usize = 16;
/// Within so many tokens a line of a list names whom it is about.
const LEAD: u32 = 3;

impl Story<'_, '_> {
    /// Whether a list follows whose first line names somebody: behind a colon, or with a sign at its head.
    pub(crate) fn lists_people(&self, sentence: &Sentence<'_>) -> bool {
        let document = self.page.document;
        let blocks = document.blocks();
        let place = sentence.block_index as usize;
        let last = blocks[place].sentences.end as usize == sentence.index + 1;
        let Some(next) = blocks.get(place + 1).filter(|_| last) else { return false };
        let Some(line) = document.sentences().get(next.sentences.start as usize) else { return false };
        let start = line.tokens.start;
        let sign = self.page.list_sign(start);
        // Not the first words of a conversation: "– Minister, you were in Lima."
        let names = |mention: &Mention| {
            matches!(mention.who, Who::Person(_) | Who::Office(_)) && mention.tokens.start <= start + LEAD
        };
        let found = self.found.get(next.sentences.start as usize);
        (sentence.is(sentence.tokens.end - 1, ":") || sign) && found.is_some_and(|found| found.iter().any(names))
    }

    /// Whether something was told of those of one party alone, who met whom a list below may name.
    pub(super) fn meets_several(&self, draft: &Draft) -> bool {
        let of = |&person: &usize| self.people.all[person].party;
        let party = draft.people.first().and_then(of);
        matches!(draft.kind, Kind::Meeting | Kind::Call)
            && !draft.background
            && party.is_some()
            && draft.people.iter().all(|person| of(person) == party)
    }

    /// "Received the credentials of two ambassadors. *They are X of France and Y of Kenya*": who is listed takes part in what
    /// was told.
    pub(super) fn list(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let mut named = mentions.iter().filter(|mention| !matches!(mention.who, Who::Name | Who::Party(_)));
        let they = |mention: &&Mention| mention.tokens.start <= sentence.tokens.start + 1;
        let they = named.next().filter(they).map(|mention| &mention.who);
        let people: Option<Vec<usize>> =
            named.map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None }).collect();
        let says = sentence.marks(Layer::Speech).next().is_some();
        if let (Some(current), Some(Who::Reference(Reference::They | Reference::Both, _)), Some(people), false) =
            (self.current, they, people, says)
        {
            people.into_iter().for_each(|person| self.join(current, person));
        }
    }

    /// One of the documents that a list names behind "the following were signed:": a signing of its own.
    pub(crate) fn item(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let Some((signing, named)) = self.listing else { return false };
        if self.drafts[signing].kind != Kind::Signing {
            return self.guest(sentence, mentions, signing, named);
        }
        let head = sentence.tokens.start..(sentence.tokens.start + HEADED).min(sentence.tokens.end);
        let document = sentence
            .within(Layer::Occasions, head)
            .any(|(_, value)| matches!(value, Value::Occasion(Occasion::Document)))
            .then(|| headed(sentence, sentence.tokens.clone()))
            .flatten();
        let Some(document) = document else {
            self.listing = None;
            return false;
        };
        let mut draft = self.drafts[signing].clone();
        (draft.occasion, draft.evidence, draft.block) = (Some(document), sentence.tokens.clone(), sentence.block_index);
        draft.claims.clear();
        if named {
            self.push(draft);
        } else {
            draft.claims = std::mem::take(&mut self.drafts[signing].claims);
            self.drafts[signing] = draft;
        }
        self.listing = Some((signing, true));
        true
    }

    /// One of those whom a list names behind "the King received ambassadors": a reception of its own.
    pub(super) fn guest(&mut self, sentence: &Sentence<'_>, mentions: &[Mention], hosted: usize, named: bool) -> bool {
        let told = |mention: &Mention| match mention.who {
            Who::Person(person) => Some((person, self.people.all[person].party?)),
            _ => None,
        };
        let mut guests = mentions.iter().filter_map(told);
        // What ends the list may end with a stop.
        let line = sentence.heads_block()
            && sentence.tokens.len() <= LISTED
            && (named || !sentence.is(sentence.tokens.end - 1, "."))
            && sentence.marks(Layer::Triggers).next().is_none();
        // "The King received new ambassadors. *At the audiences he received:*".
        if sentence.is(sentence.tokens.end - 1, ":") {
            return false;
        }
        // Alone at first, then behind the first guest's.
        let host = self.drafts[hosted].parties.get(usize::from(named)).copied();
        let (guest, host) = match (guests.next(), guests.next(), host) {
            (Some(guest), None, Some(host)) if line && guest.1 != host => (guest, host),
            _ => {
                self.listing = None;
                return false;
            }
        };
        let mut draft = self.drafts[hosted].clone();
        (draft.people, draft.parties) = (vec![guest.0], vec![guest.1, host]);
        (draft.evidence, draft.block) = (sentence.tokens.clone(), sentence.block_index);
        draft.claims.clear();
        if named {
            self.push(draft);
        } else {
            self.drafts[hosted] = draft;
        }
        self.listing = Some((hosted, true));
        true
    }

    /// One of those whom a list names behind "on the margins she met:": a meeting of its own. What else is said of them may stand
    /// behind.
    pub(super) fn met_in_turn(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        if sentence.block != BlockKind::Paragraph {
            return false;
        }
        let Some((meeting, named)) = self.meetings.filter(|_| sentence.heads_block()) else { return false };
        // Whom the line is about, not of whom it then tells.
        let lead = sentence.tokens.start + LEAD;
        let until =
            mentions.iter().filter(|mention| mention.tokens.start <= lead).map(|mention| mention.tokens.end).max();
        let head = sentence.tokens.start..until.unwrap_or(lead);
        let met = side(sentence, mentions, self.people, &self.focus, head);
        let own = self.drafts[meeting].people.first().and_then(|&person| self.people.all[person].party);
        let parties = met.all_parties(self.people);
        let other = parties.iter().copied().find(|&party| Some(party) != own);
        let of = |person: &&usize| self.people.all[**person].party == other;
        let guests: Vec<usize> = met.people.iter().filter(of).copied().collect();
        let (Some(own), Some(other)) = (own, other.filter(|_| !guests.is_empty() || met.unnamed)) else {
            // A line that names nobody known is of the list all the same.
            self.meetings = self.meetings.filter(|_| sentence.lists());
            return false;
        };
        let mut draft = self.drafts[meeting].clone();
        if let Some(days) = self.days_in(sentence) {
            (draft.days, draft.days_basis) = (Some(days), Some("sentence"));
        }
        // Those of the list before are none of this one.
        draft.people.retain(|&person| self.people.all[person].party == Some(own));
        draft.people.extend(guests);
        draft.parties = vec![own, other];
        (draft.evidence, draft.block) = (sentence.tokens.clone(), sentence.block_index);
        if named {
            draft.claims.clear();
            self.push(draft);
        } else {
            self.drafts[meeting] = draft;
            self.make_current(meeting);
        }
        self.meetings = Some((meeting, true));
        true
    }
}

/// "The King received departing ambassadors": whether somebody of one party alone received those whom nothing names yet.
pub(super) fn receives_several(draft: &Draft) -> bool {
    let hosts = matches!(draft.kind, Kind::Meeting | Kind::Event) && !draft.background;
    hosts && draft.people.is_empty() && draft.parties.len() == 1
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// Parties and names of the meetings that a text tells of.
    fn met(language: &str, text: &str) -> Vec<String> {
        let line = |told: crate::reading::Engagement| {
            let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            names.sort();
            format!("{} {}", told.parties.join(","), names.join("+"))
        };
        let told = read(phrases(), language, text).engagements.into_iter();
        told.filter(|told| told.kind == "meeting").map(line).collect()
    }

    #[test]
    fn a_heading_leads_those_whom_lines_below_name() {
        let check = |language: &str, text: &str, expected: &[&str]| assert_eq!(met(language, text), expected, "{text}");
        check(
            "en",
            "Foreign Minister Rosa Quispe of Peru attended the Ministers Meeting in Suva.\n\nBilateral meetings:\n- Ghana: Foreign \
             Minister Kofi Mensah. They spoke of ports.\n- Kenya: Trade Minister Jane Auma.\n",
            &["PE,GH Kofi Mensah+Rosa Quispe", "PE,KE Jane Auma+Rosa Quispe"],
        );
        check(
            "sv",
            "Statsminister Eva Lund deltog i toppmötet i Lima.\n\nBilaterala möten:\n- Ghanas utrikesminister Kofi Mensah. De talade \
             om handel.\n- Kenya: handelsminister Jane Auma\n",
            &["SE,GH Eva Lund+Kofi Mensah", "SE,KE Eva Lund+Jane Auma"],
        );
        check(
            "vi",
            "Bộ trưởng Ngoại giao Bùi Văn Sơn tham dự hội nghị ASEAN tại Lima.\n\nCác cuộc gặp song phương:\n+ Bộ trưởng Ngoại giao \
             Ghana Kofi Mensah.\n",
            &["VN,GH Bùi Văn Sơn+Kofi Mensah"],
        );
    }

    #[test]
    fn whom_the_story_is_about_met_each_of_those_listed() {
        let text = "Foreign Minister Rosa Quispe of Peru is in New York. The day ended with bilateral meetings with counterparts from \
                    Ghana (Kofi Mensah) and Kenya (Jane Auma).";
        assert_eq!(met("en", text), ["PE,GH Kofi Mensah+Rosa Quispe", "PE,KE Jane Auma+Rosa Quispe"]);
    }

    #[test]
    fn the_story_turns_to_a_meeting_told_before() {
        let text = "Foreign Minister Rosa Quispe of Peru met with Foreign Minister Kofi Mensah of Ghana and Foreign Minister Jane Auma of \
                    Kenya. Mensah asked Peru to help Ghana. With Jane Auma, trade was discussed.";
        assert_eq!(met("en", text), ["PE,GH Kofi Mensah+Rosa Quispe", "PE,KE Jane Auma+Rosa Quispe"]);
    }

    #[test]
    fn who_acts_stands_behind_a_gathering_without_a_comma() {
        let text = "Foreign Minister Rosa Quispe of Peru attended the forum. On the margins of the event the Minister had separate talks \
                    with Foreign Minister Kofi Mensah of Ghana and Foreign Minister Jane Auma of Kenya.";
        assert_eq!(met("en", text), ["PE,GH Kofi Mensah+Rosa Quispe", "PE,KE Jane Auma+Rosa Quispe"]);
    }
}
