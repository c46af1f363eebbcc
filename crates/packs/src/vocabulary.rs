//! The shared vocabulary: kinds, claim types, topics, offices and the classes of words.
//!
//! The words of `kinds.txt`, `claim-types.txt`, `offices.txt` and `topics.txt` in `packs/world` are those of
//! these types; a test holds them together.

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the words of a vocabulary explain themselves; the file or README says more")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one that a word means.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

vocabulary! {
    /// What an engagement is.
    Kind {
        Meeting = "meeting", Call = "call", Visit = "visit", Consultation = "consultation", Conference = "conference",
        Message = "message", Signing = "signing", Statement = "statement", Event = "event", Publication = "publication",
    }
}

vocabulary! {
    /// What a claim is.
    ClaimType {
        Agreement = "agreement", Request = "request", Pledge = "pledge", Position = "position", Assessment = "assessment",
        Courtesy = "courtesy", Invitation = "invitation", Support = "support", Target = "target", NextStep = "next-step",
        Topic = "topic",
    }
}

vocabulary! {
    /// What holds of a piece of a sentence, or of a sentence, whatever its words are.
    Sign {
        /// No mark of speech stands in it.
        Bare = "bare",
        /// The sides say it together.
        Joint = "joint",
        /// It stands in quotation marks or in a speaker's own words.
        Quoted = "quoted",
        /// An act of diplomacy is told in it.
        Act = "act",
        /// Nobody stands in it who could say it.
        Nobody = "nobody",
        /// A sum, factor or share.
        Amount = "amount",
        /// A date or numbered session.
        Dated = "dated",
        /// A person stands in it who takes part in nothing told so far.
        Newcomer = "newcomer",
        /// Somebody of another party than the page's own stands in it.
        Foreign = "foreign",
        /// It looks like a trigger and is none.
        Looks = "looks",
        /// It opens a paragraph.
        First = "first",
        /// Somebody says it.
        Person = "person",
        /// A single party says it.
        Party = "party",
        /// The sentence itself says who says it.
        Told = "told",
        /// Who says it is told by a word that refers back.
        Referred = "referred",
        /// More of the sentence stands before it.
        Before = "before",
        /// More of the sentence stands behind it.
        Behind = "behind",
        /// People of two parties stand in it.
        Both = "both",
        /// Somebody stands in it who takes part in what is told.
        Known = "known",
        /// It begins with whoever is named first.
        Leads = "leads",
        /// In force for every stretch.
        Always = "always",
    }
}

vocabulary! {
    /// An office that a person holds.
    OfficeKind {
        HeadOfState = "head-of-state", HeadOfGovernment = "head-of-government",
        DeputyHeadOfGovernment = "deputy-head-of-government", ForeignMinister = "foreign-minister",
        DeputyForeignMinister = "deputy-foreign-minister", Minister = "minister", DeputyMinister = "deputy-minister",
        LegislatureHead = "legislature-head", LegislatureDeputyHead = "legislature-deputy-head",
        PartyLeader = "party-leader", Ambassador = "ambassador", HonoraryConsul = "honorary-consul",
        OrganisationHead = "organisation-head", Official = "official", Spouse = "spouse",
    }
}

vocabulary! {
    /// What a claim is about.
    Topic {
        Trade = "trade", Investment = "investment", Finance = "finance", DevelopmentAid = "development-aid",
        Infrastructure = "infrastructure", Transport = "transport", Energy = "energy", Climate = "climate",
        Environment = "environment", ScienceTechnology = "science-technology", Digital = "digital",
        Semiconductors = "semiconductors", Education = "education", Labour = "labour", Tourism = "tourism",
        Culture = "culture", PeopleToPeople = "people-to-people", Health = "health", Agriculture = "agriculture",
        Fisheries = "fisheries", Defence = "defence", Security = "security", CrimeTerrorism = "crime-terrorism",
        Border = "border", Maritime = "maritime", PeaceConflict = "peace-conflict", WarLegacy = "war-legacy",
        Diaspora = "diaspora", Consular = "consular", Legal = "legal", HumanRights = "human-rights",
        Multilateral = "multilateral", Regional = "regional", Visits = "visits", Relations = "relations",
        Protocol = "protocol", Humanitarian = "humanitarian", PartyRelations = "party-relations",
    }
}

vocabulary! {
    /// Which states have an office: those with a monarch, those without, or those to which the language is foreign.
    Realm { Monarchies = "monarchies", Republics = "republics", Abroad = "abroad" }
}

vocabulary! {
    /// What becomes of the relations between states beside the levels that they reach.
    Turn {
        BrokenOff = "broken-off", Suspended = "suspended", Lowered = "lowered", Recalled = "recalled", Restored = "restored",
    }
}

impl Turn {
    /// Whether relations are the worse for it.
    pub fn is_fall(self) -> bool {
        self != Self::Restored
    }
    /// Whether there are no diplomatic relations until they are restored.
    pub fn ends(self) -> bool {
        matches!(self, Self::BrokenOff | Self::Suspended)
    }
}

vocabulary! {
    /// How a trigger stands in its sentence.
    Shape {
        Verb = "verb", Passive = "passive", Noun = "noun", Anaphor = "anaphor", Joint = "joint", Drop = "drop",
    }
}

vocabulary! {
    /// How much a speech verb says by itself.
    Level { Act = "act", Report = "report", Drop = "drop" }
}

vocabulary! {
    /// A small word by its use.
    Link {
        And = "and", Of = "of", With = "with", By = "by", From = "from", To = "to", In = "in", Not = "not", That = "that",
        Who = "who", If = "if", After = "after", Spouse = "spouse", Also = "also", Infinitive = "infinitive", Each = "each", When = "when",
        Ahead = "ahead", Begins = "begins", Ends = "ends", Besides = "besides", Dated = "dated", Behalf = "behalf", Matter = "matter", Returns = "returns", Becomes = "becomes", About = "about", Over = "over", Remote = "remote", At = "at",
    }
}

vocabulary! {
    /// What a word refers to.
    Reference {
        Both = "both", They = "they", He = "he", She = "she", I = "i", We = "we", Side = "side", Counterpart = "counterpart",
        Host = "host", Guest = "guest", Country = "country", Businesses = "businesses", Delegation = "delegation",
        OtherSide = "other-side", Leader = "leader", Official = "official", Sides = "sides",
    }
}

impl Reference {
    /// Whether it means all who take part: people, or the sides for which they are there.
    #[must_use]
    pub fn is_both(self) -> bool {
        matches!(self, Self::Both | Self::Sides)
    }
}

vocabulary! {
    /// What an office phrase is.
    Role {
        Full = "full", Head = "head", Tail = "tail", Suffix = "suffix", Deputy = "deputy", Former = "former",
        Modifier = "modifier", Several = "several",
    }
}

vocabulary! {
    /// What a number word is.
    NumberKind {
        Cardinal = "cardinal", Ordinal = "ordinal", Scale = "scale", OrdinalSuffix = "ordinal-suffix",
        OrdinalPrefix = "ordinal-prefix", Days = "days",
    }
}

/// A set of topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Topics(pub u64);

impl Topics {
    /// The set with one more.
    #[must_use]
    pub fn with(self, topic: Topic) -> Self {
        Self(self.0 | 1 << topic as u8)
    }
    /// Whether a topic is in it.
    pub fn has(self, topic: Topic) -> bool {
        self.0 >> (topic as u8) & 1 == 1
    }
    /// All of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// Those that are not in another.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    /// Whether none is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Its topics, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = Topic> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = rest.trailing_zeros();
            rest &= rest.wrapping_sub(1);
            Topic::ALL.get(first as usize).copied()
        })
    }
}

/// A set of offices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offices(pub u16);

impl Offices {
    /// The set with one more.
    #[must_use]
    pub fn with(self, office: OfficeKind) -> Self {
        Self(self.0 | 1 << office as u8)
    }
    /// The set with one less.
    #[must_use]
    pub fn without(self, office: OfficeKind) -> Self {
        Self(self.0 & !(1 << office as u8))
    }
    /// Whether an office is in it.
    pub fn has(self, office: OfficeKind) -> bool {
        self.0 >> (office as u8) & 1 == 1
    }
    /// All of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// Whether none is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Its offices, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = OfficeKind> {
        OfficeKind::ALL.iter().copied().filter(move |&office| self.has(office))
    }
}
