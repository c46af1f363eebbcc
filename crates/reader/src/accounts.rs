//! The whole cascade over a scanned page: who is named, whose page it is, and the story as it is told.

use document::{BlockKind, Shape};
use packs::{Kind, Layer, Link, Mark, Party, Shape as Stands, Topic, Topics, Value, Weights};

use self::asked::Asked;
use self::declared::{declared, join_words};
use self::homes::homes;
use self::places::{Written, give_places, seats};
use self::sides::{give_home, give_known, give_parties, give_titled, part_sides};
pub(crate) use self::voices::{Voice, voice};
use crate::begins::Begins;
use crate::claims::{Candidate, DraftClaim};
use crate::dates::Clock;
use crate::drafts::Draft;
use crate::mentions::{Mention, Who, entitle, mentions, sign};
use crate::occasions::session_year;
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::places::{Place, dateline, place, posts};
use crate::story::speaking::made_in_office;
use crate::story::{Kept, Story};
use crate::{Settings, claims, drafts, kinds};

mod asked;
mod declared;
mod diary;
mod homes;
mod letter;
mod places;
mod sides;
mod voices;

#[cfg(test)]
mod tests;

/// So many blocks at the head and the foot of a text may name who tells it, in a line of so many tokens.
const EDGE: u32 = 4;
const BYLINE: usize = 30;
/// A sentence of more tokens is no line below a text.
const SIGNED: usize = 8;
/// Whom "by" leads in a title is named within so many tokens.
const LED: u32 = 8;
/// So many questions make an interview.
const QUESTIONS: usize = 3;
/// In so many blocks somebody says "I" or "we" where a document is theirs.
const LEAST_OWN_WORDS: usize = 2;
/// So many claims without an engagement show that there is one.
const CLAIMS_WITHOUT: usize = 2;
/// How many sentences make the opening of a story.
const OPENING: usize = 6;

/// What is weighed while a story is read.
pub(crate) enum Seen<'s, 'a, 'p> {
    /// A piece of a sentence that may make a claim.
    Piece(&'s Sentence<'p>, &'s [Mention], &'s Candidate),
    /// A sentence that may tell of an engagement.
    Sentence(&'s Story<'a, 'p>, &'s Sentence<'p>, &'s [Mention]),
}

/// What looks on while a document is read.
pub(crate) type Watch<'w> = dyn FnMut(Seen<'_, '_, '_>) + 'w;

/// The whole cascade over a scanned page.
pub(crate) fn accounts(
    page: &Page<'_>,
    main: u8,
    settings: &Settings,
    watch: &mut Watch<'_>,
) -> (People, Clock, Vec<Draft>) {
    let sentences = (0..page.document.sentences().len()).map(|index| page.sentence(index, main)).collect();
    let sentences = diary::entries(sentences);
    let story = |kind: BlockKind| !matches!(kind, BlockKind::Furniture | BlockKind::Teaser | BlockKind::Source);
    let session = sentences.iter().filter(|sentence| sentence.in_story()).find_map(session_year);
    let clock = Clock::new(page, &sentences, settings.published, session);

    let mut people = People::default();
    let mut named = homes::named(page, &sentences);
    people.home = homes(page, main, named.clone(), &people).first().copied();
    people.named = named.all();
    for sentence in sentences.iter().filter(|sentence| story(sentence.block) && sentence.block != BlockKind::Title) {
        let found = mentions(sentence, &mut people, true);
        named.without_names(sentence, &found);
    }
    let signed = signature(&sentences).filter(|&index| sign(&sentences[index], &mut people));
    bylines(&sentences).for_each(|line| _ = sign(line, &mut people));
    people.learn_again();
    entitle(sentences.iter().filter(|sentence| sentence.block == BlockKind::Title), &mut people);
    let homes = homes(page, main, named, &people);
    people.home = homes.first().copied();
    let language = &page.packs.languages[usize::from(main)];
    give_known(page, &mut people);
    give_titled(&mut people);
    give_parties(page, language, &sentences, &homes, &mut people);
    people.all.iter_mut().for_each(|person| person.seen = 0);
    let found: Vec<Vec<Mention>> = sentences
        .iter()
        .map(|sentence| if sentence.in_story() { mentions(sentence, &mut people, false) } else { Vec::new() })
        .collect();

    give_home(page, language, &mut people);
    let tale = Tale::new(page, &sentences, &found, &clock, &people, signed);
    let mut drafts = tale.tell(&people, watch);
    let heard = voices::hear(page, language, &drafts, &mut people);
    if part_sides(page, language, &drafts, &homes, &mut people) || heard {
        drafts = tale.tell(&people, &mut |_| ());
    }
    let datelines = sentences.iter().filter_map(|sentence| Some((sentence.block_index, dateline(sentence)?)));
    give_places(
        people.home.filter(|&home| page.world().is_state(home)),
        &Written {
            places: datelines.collect(),
            titled: titled(&sentences),
            seats: seats(&sentences),
            posts: sentences
                .iter()
                .flat_map(|sentence| posts(sentence).map(|country| (sentence.block_index, country)))
                .collect(),
            day: clock.day(),
        },
        &people,
        page.world(),
        &mut drafts,
    );
    drafts::without_legs(&mut drafts);
    drafts::without_regions(&mut drafts);
    drafts.iter_mut().for_each(drafts::without_supposed_days);
    drafts.iter_mut().for_each(drafts::without_hands);
    (people, clock, drafts)
}

/// What is told, and what holds of it however often it is.
struct Tale<'t, 'p> {
    page: &'t Page<'p>,
    sentences: &'t [Sentence<'p>],
    found: &'t [Vec<Mention>],
    clock: &'t Clock,
    /// The blocks in which somebody says "I" or "we".
    own_words: Vec<u32>,
    /// The questions of an interview, and who answers them.
    asked: Option<Asked>,
    /// Who tells a document in the first person or answers in an interview, and the line that names them.
    author: Option<(usize, usize)>,
    /// The line that heads a letter, where the document is one.
    letter: Option<usize>,
    /// The heading that announces a statement, of which no other line names who makes it.
    announced: Option<usize>,
    questioned: bool,
    theme: Option<Topics>,
    domestic: bool,
    kept: Kept<'t>,
}

impl<'t, 'p> Tale<'t, 'p> {
    fn new(
        page: &'t Page<'p>,
        sentences: &'t [Sentence<'p>],
        found: &'t [Vec<Mention>],
        clock: &'t Clock,
        people: &People,
        signed: Option<usize>,
    ) -> Self {
        let own_words = claims::first_person(sentences, found);
        let asked = Asked::of(sentences, found, people, &own_words);
        let answering = asked.as_ref().map(|asked| (asked.named, asked.person));
        let announced = announced(sentences);
        // "Statement by the Minister", or words of one who says "I", with a name below; not those of a reporter.
        let own = is_own(page, &own_words) && !sentences.iter().any(asks);
        let letter = letter::head(sentences, &own_words).filter(|_| announced.is_none());
        let signs = signed.filter(|_| announced.is_some() || own || letter.is_some());
        let signs = signs.and_then(|index| Some((index, one_named(&found[index])?)));
        let author = answering.or(signs).or_else(|| author(page, sentences, found, &own_words));
        Self {
            announced: announced.filter(|_| author.is_none()),
            letter: letter.filter(|_| signs.is_some()),
            author,
            questioned: !own_words.is_empty()
                && sentences.iter().filter(|sentence| asks(sentence)).count() >= QUESTIONS,
            theme: theme(sentences),
            domestic: domestic(sentences, people.home),
            kept: Kept::new(sentences, found),
            page,
            sentences,
            found,
            clock,
            own_words,
            asked,
        }
    }

    /// Reads the story: its engagements with their claims, in the order of the text.
    fn tell(&self, people: &People, watch: &mut Watch<'_>) -> Vec<Draft> {
        let Self { page, sentences, found, clock, author, .. } = *self;
        let mut telling = Story::new(page, clock, people, &self.kept);
        telling.follow(found);
        telling.keep(diary::owner(sentences, found, people));
        (telling.theme, telling.domestic, telling.questioned) = (self.theme, self.domestic, self.questioned);
        telling.interview = self.asked.is_some();
        telling.spoken.titled = clock.titled(sentences);
        let mut pending: Vec<DraftClaim> = Vec::new();
        if let Some((index, person)) = author {
            telling.give_voice(&sentences[index], sentences[index].tokens.clone(), person, 0.6);
            if let Some(head) = self.letter {
                telling.address(&sentences[head], &letter::addressee(sentences, found, people, person));
            }
        }
        // "Statement by the Minister of …", above the words themselves.
        if let Some(index) = self.announced
            && !telling.give_office_voice(&sentences[index], &found[index])
        {
            telling.sentence(&sentences[index], &found[index]);
        }
        let body = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Dateline);
        for (index, (sentence, mentions)) in sentences.iter().zip(found).enumerate() {
            if !body(sentence.block) {
                telling.head(sentence);
                continue;
            }
            if let Some((at, person)) = claims::quote_ahead(sentences, found, index) {
                telling.speaks_from_here(&sentences[at], &found[at], person);
            }
            let before = telling.focus.subject.clone();
            let answers = self.asked.as_ref().is_some_and(|asked| asked.answers(sentence));
            let first_person = answers || self.own_words.binary_search(&sentence.block_index).is_ok();
            telling.focus.author = author.map(|(_, person)| person).filter(|_| first_person);
            watch(Seen::Sentence(&telling, sentence, mentions));
            let known = telling.drafts.len();
            let told = telling.sentence(sentence, mentions);
            telling.leg(sentence);
            let told = told || telling.item(sentence, mentions);
            let inside = self.asked.as_ref().is_some_and(|asked| asked.holds(sentence));
            let scores = if told || inside { None } else { kinds::scores(&telling, sentence, mentions) };
            if let Some(scores) = &scores {
                telling.guess(sentence, mentions, scores);
            }
            claims::keep_speaker(&mut telling, sentence, first_person, &before);
            let question = telling.interview && sentence.is(sentence.tokens.end - 1, "?");
            if inside {
                // What is spoken of while somebody asks or answers is told in passing.
                telling.drafts[known..].iter_mut().for_each(|draft| draft.background = true);
                telling.current = Some(0);
            }
            let question = question || self.asked.as_ref().is_some_and(|asked| asked.asks(sentence));
            let candidates = if question { Vec::new() } else { claims::candidates(&telling, sentence, mentions) };
            for candidate in &candidates {
                watch(Seen::Piece(sentence, mentions, candidate));
                telling.speak_together(sentence, candidate);
                let Some(mut claim) = claims::claim(&telling, sentence, mentions, candidate) else { continue };
                // In an interview nobody else speaks.
                if !answers {
                    claim = place_claim(&mut telling, (sentence, mentions), scores.as_ref(), candidate, claim);
                }
                match claims::belongs(&telling) {
                    Some(current) => telling.drafts[current].claims.push(claim),
                    None => pending.push(claim),
                }
            }
            claims::note_speaker(&mut telling, sentence, mentions, &candidates, before);
            claims::note_topics(&mut telling, sentence, mentions);
        }
        // Much is said, and nothing tells where: the likeliest sentence of the opening.
        if pending.len() >= CLAIMS_WITHOUT && telling.drafts.iter().all(|draft| draft.background) {
            let opening = sentences
                .iter()
                .zip(found)
                .filter(|(sentence, _)| sentence.block == BlockKind::Paragraph)
                .take(OPENING);
            let opening = opening.filter(|(sentence, mentions)| telling.bears(sentence, mentions));
            let likely = opening.filter_map(|(sentence, mentions)| {
                Some((sentence, mentions, kinds::likeliest(&telling, sentence, mentions)?))
            });
            let best = likely.max_by(|a, b| a.2.1.total_cmp(&b.2.1));
            if let Some((sentence, mentions, (kind, _))) = best {
                telling.suppose(sentence, mentions, kind, 0.3);
            }
        }
        // Captions and, where the story itself opened nothing, titles.
        let empty = telling.drafts.is_empty();
        for (sentence, mentions) in sentences.iter().zip(found).filter(|(sentence, _)| {
            sentence.block == BlockKind::Caption || (empty && sentence.block == BlockKind::Title)
        }) {
            telling.sentence(sentence, mentions);
        }
        if !empty {
            telling.titled_visit(sentences, found);
        }
        if let Some(mut joint) = declared(sentences, &telling.drafts, clock) {
            join_words(&mut joint, &mut telling.drafts, &mut pending);
            telling.drafts.push(joint);
        }
        if let Some(first) = telling.drafts.iter().position(|draft| !draft.background) {
            for claim in &mut pending {
                if claim.actors.is_empty() {
                    claim.actors.clone_from(&telling.drafts[first].parties);
                }
            }
            telling.drafts[first].claims.splice(0..0, pending);
        }
        telling.drafts.iter_mut().for_each(speaks_for);
        if self.asked.is_some() {
            // Of what an interview speaks of in passing only that counts of which it says when it was.
            telling.drafts.retain(|draft| !draft.background || draft.days.is_some());
        }
        let mut drafts = drafts::without_umbrellas(telling.drafts, people);
        drafts::without_heads(&mut drafts);
        drafts.sort_by_key(|draft| draft.evidence.start);
        drafts.iter_mut().for_each(|draft| drafts::drop_spoken_of(draft, people));
        drafts
    }
}

/// "Statement by the Spokesperson on the executions in Kazakhstan": where nobody is named it is of those who say something in
/// it, not of whoever it is about.
fn speaks_for(draft: &mut Draft) {
    if draft.kind != Kind::Statement || !draft.people.is_empty() || draft.voiced {
        return;
    }
    let mut speak: Vec<Party> = Vec::new();
    for &actor in draft.claims.iter().flat_map(|claim| &claim.actors) {
        if !speak.contains(&actor) {
            speak.push(actor);
        }
    }
    if !speak.is_empty() {
        draft.parties = speak;
    }
}

/// The one place that the titles of a page name: "Minister X *in Lima*".
fn titled(sentences: &[Sentence<'_>]) -> Option<Place> {
    let titles = sentences.iter().filter(|sentence| sentence.block == BlockKind::Title);
    let mut places = titles.filter_map(|sentence| place(sentence, sentence.tokens.clone(), &[Link::In]));
    let first = places.next()?;
    places.all(|place| place.country == first.country).then_some(first)
}

/// Before a claim is kept: turns to the meeting, message or statement that it shows, and says who speaks there to whom.
fn place_claim(
    telling: &mut Story<'_, '_>,
    (sentence, mentions): (&Sentence<'_>, &[Mention]),
    scores: Option<&Weights>,
    candidate: &Candidate,
    mut claim: DraftClaim,
) -> DraftClaim {
    if telling.turns_to(candidate) {
        // Who speaks is of another meeting, and so is to whom.
        claim = claims::claim(telling, sentence, mentions, candidate).unwrap_or(claim);
    } else if let Some(addressee) = telling.sends(sentence, mentions, candidate, &claim) {
        claim.addressees = vec![addressee];
    } else if telling.speaks_alone(sentence, mentions, scores, candidate) {
        claim.actors = telling.drafts[telling.drafts.len() - 1].parties.clone();
    }
    claim
}

/// Whether a sentence of the story ends in a question.
fn asks(sentence: &Sentence<'_>) -> bool {
    sentence.block == BlockKind::Paragraph && sentence.is(sentence.tokens.end - 1, "?")
}

/// The heading that announces a statement.
fn announced(sentences: &[Sentence<'_>]) -> Option<usize> {
    let reported = sentences.iter().any(opens_news);
    sentences.iter().position(|sentence| announces(sentence, reported))
}

/// Whether a paragraph begins with a dateline, as news do: "Jakarta, 9 December 2025 — The President …".
fn opens_news(sentence: &Sentence<'_>) -> bool {
    let opens = sentence.block == BlockKind::Paragraph && sentence.block_index < EDGE;
    opens && sentence.dateline_end() > sentence.tokens.start
}

/// Whether a title announces a statement: "Address by the President", above the words themselves and not above news of them.
fn announces(sentence: &Sentence<'_>, reported: bool) -> bool {
    let statement = |(mark, value): (Mark, &Value)| match value {
        Value::Trigger(trigger) if trigger.kind == Kind::Statement && trigger.opens() => {
            trigger.shape == Stands::Noun || (mark.start == sentence.tokens.start && !reported)
        }
        _ => false,
    };
    let heads = sentence.block == BlockKind::Title && sentence.block_index < EDGE;
    heads && sentence.marks(Layer::Triggers).any(statement)
}

/// Whether no party is named but the page's own.
fn domestic(sentences: &[Sentence<'_>], home: Option<Party>) -> bool {
    let other = |value: &Value| matches!(value, Value::Party(party, _) if Some(*party) != home);
    sentences.iter().all(|sentence| !sentence.marks(Layer::Names).any(|(_, value)| other(value)))
}

/// The matter of which a document speaks most, beside relations and visits, where it names one more than once.
fn theme(sentences: &[Sentence<'_>]) -> Option<Topics> {
    let mut counts = [0_u32; Topic::ALL.len()];
    for sentence in sentences.iter().filter(|sentence| sentence.in_story()) {
        for (_, value) in sentence.marks(Layer::Topics) {
            if let Value::Topic(topics) = value {
                topics.iter().for_each(|topic| counts[topic as usize] += 1);
            }
        }
    }
    let matters = Topic::ALL
        .iter()
        .filter(|topic| !matches!(topic, Topic::Relations | Topic::Visits | Topic::Protocol | Topic::Regional));
    let most = matters.rev().max_by_key(|&&topic| counts[topic as usize])?;
    (counts[*most as usize] > 1).then(|| Topics::default().with(*most))
}

/// Who tells a document that is mostly in the first person, and the line around the text that names them.
fn author(
    page: &Page<'_>,
    sentences: &[Sentence<'_>],
    found: &[Vec<Mention>],
    own_words: &[u32],
) -> Option<(usize, usize)> {
    if own_words.len() < LEAST_OWN_WORDS || !is_own(page, own_words) {
        return None;
    }
    let blocks = page.document.blocks().len() as u32;
    let around = |sentence: &Sentence<'_>| {
        let edge = sentence.block_index < EDGE || sentence.block_index + EDGE > blocks;
        let line = edge && sentence.tokens.len() <= BYLINE && own_words.binary_search(&sentence.block_index).is_err();
        (line || sentence.block == BlockKind::Title) && !sentence.greets()
    };
    (0..sentences.len())
        .filter(|&index| around(&sentences[index]))
        .find_map(|index| Some((index, speaks(&sentences[index], &found[index])?)))
}

/// Who speaks, as a line around the words names them: the one named there, or in a title whoever "by" leads ("Remarks *by
/// High Representative X* at the press conference with Minister Y").
fn speaks(sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<usize> {
    // "Speech *by the Prime Minister* at the dinner for President X".
    if made_in_office(sentence, mentions).is_some() {
        return None;
    }
    one_named(mentions).or_else(|| {
        let by = sentence.tokens.clone().find_map(|at| sentence.link(at, Link::By))?;
        let statement =
            |(_, value): (Mark, &Value)| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Statement);
        let announced = sentence.block == BlockKind::Title
            && sentence.within(Layer::Triggers, sentence.tokens.start..by).any(statement);
        let mut named = mentions.iter().filter(|mention| announced && (by..by + LED).contains(&mention.tokens.start));
        named.find_map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None })
    })
}

/// Whether in many of its blocks whose words a page is says "I" or "we".
fn is_own(page: &Page<'_>, own_words: &[u32]) -> bool {
    let paragraphs = page.document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph).count();
    !own_words.is_empty() && own_words.len() * 5 >= paragraphs * 2
}

/// The one person whom some mentions name.
fn one_named(mentions: &[Mention]) -> Option<usize> {
    let mut people =
        mentions.iter().filter_map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None });
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}

/// Lines above a text that may name who tells it with an office: "Rosa Quispe, Minister for Trade of Peru".
fn bylines<'t, 'p>(sentences: &'t [Sentence<'p>]) -> impl Iterator<Item = &'t Sentence<'p>> {
    let names = |sentence: &&Sentence<'_>| {
        let head = sentence.tokens.start..(sentence.tokens.start + LED).min(sentence.tokens.end);
        let comma = head.clone().find(|&at| sentence.is(at, ","));
        let office = |at: u32| (at + 1..at + 3).any(|at| sentence.begins(at, Begins::OFFICE));
        comma.is_some_and(office) && sentence.marks(Layer::Triggers).next().is_none()
    };
    let above = sentences.iter().take_while(|sentence| sentence.block != BlockKind::Paragraph);
    above.filter(|sentence| sentence.block == BlockKind::Title && sentence.tokens.len() <= BYLINE).filter(names)
}

/// The line right below the last words of a text that may be a signature. What takes leave before it ends a letter.
fn signature(sentences: &[Sentence<'_>]) -> Option<usize> {
    let told = |sentence: &Sentence<'_>| {
        let stop = sentence.is(sentence.tokens.end - 1, ".") || sentence.is(sentence.tokens.end - 1, "!");
        sentence.block == BlockKind::Paragraph && sentence.tokens.len() > SIGNED && stop
    };
    let last = sentences.iter().rposition(told)?;
    // "Yours sincerely,".
    let leave = |line: &Sentence<'_>| line.tokens.len() <= SIGNED && line.is(line.tokens.end - 1, ",");
    let last = last + usize::from(sentences.get(last + 1).is_some_and(leave));
    let line = sentences.get(last + 1).filter(|line| line.in_story() && (2..=BYLINE).contains(&line.tokens.len()))?;
    let start = line.tokens.start;
    let names = (start..start + 2).all(|at| line.token(at).shape == Shape::Capital);
    // "Charles R" below a telegram.
    let initial = (start..(start + 4).min(line.tokens.end))
        .any(|at| line.word(at).len() == 1 && line.token(at).shape != Shape::Punctuation);
    (names && line.heads_block() && !initial).then_some(last + 1)
}
