//! The accounts of one engagement side by side: which claims all make, which only one, and which they make differently.

use packs::ClaimType;
use reader::Claim;
use serde::{Deserialize, Serialize};

use crate::alignment::aligned;
use crate::engagement::Account;
use crate::id::AccountId;
use crate::ruling::ClaimId;

/// What one source says: its accounts are one text, copied or translated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The accounts, in the order of their publication.
    pub accounts: Vec<AccountId>,
    /// The claims that any of them makes, each once, in the order of the text.
    pub claims: Vec<SourceClaim>,
}

/// A claim of a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceClaim {
    /// The claim, as the first of the accounts has it.
    pub claim: Claim,
    /// The language of that account.
    pub language: Option<String>,
    /// Where it stands: the accounts that make it, and the span in each.
    pub told: Vec<ClaimId>,
}

/// What the sources say of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// How they stand to each other.
    pub agreement: Agreement,
    /// In what they differ: `type`, `strength`, `figure`, `date` or `actors`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<String>,
    /// For each column its claim; `None` where it has none.
    pub cells: Vec<Option<SourceClaim>>,
}

/// How sources stand to each other on one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All say it.
    All,
    /// Several say it, but not all.
    Some,
    /// Only one says it.
    One,
    /// Several speak of it, but not alike.
    Differently,
}

/// The columns of an engagement: a source each, from the accounts grouped by source.
pub fn columns(sources: &[Vec<AccountId>], accounts: &[Account]) -> Vec<Column> {
    let find = |id: &AccountId| accounts.iter().find(|account| account.id == *id);
    sources.iter().map(|source| column(&source.iter().filter_map(find).collect::<Vec<_>>())).collect()
}

fn column(accounts: &[&Account]) -> Column {
    let claims_of = |account: &Account| -> Vec<SourceClaim> {
        let told = |claim: &Claim| vec![(account.id, claim.span)];
        let claims = account.engagement.claims.iter();
        claims
            .map(|claim| SourceClaim { told: told(claim), language: account.language.clone(), claim: claim.clone() })
            .collect()
    };
    let mut column = Column { accounts: accounts.iter().map(|account| account.id).collect(), claims: Vec::new() };
    for account in accounts {
        // One after the other: a text may have a hundred copies.
        let more = claims_of(account);
        let groups = aligned(&[&column.claims, &more]);
        for group in groups {
            match (group[0], group[1]) {
                (Some(known), Some(new)) => column.claims[known].told.extend(more[new].told.iter().copied()),
                (None, Some(new)) => column.claims.push(more[new].clone()),
                _ => {}
            }
        }
    }
    column
}

/// Compares what sources say, claim by claim: by the type of the claim, then in the order of the first text that makes it.
///
/// Takes the square of the number of claims.
pub fn compare(columns: &[Column]) -> Vec<Row> {
    let lists: Vec<&[SourceClaim]> = columns.iter().map(|column| &column.claims[..]).collect();
    let mut rows: Vec<Row> = aligned(&lists)
        .into_iter()
        .map(|group| {
            let cell = |(at, claim): (usize, Option<usize>)| claim.map(|claim| lists[at][claim].clone());
            row(group.into_iter().enumerate().map(cell).collect())
        })
        .collect();
    let rank = |row: &Row| {
        let first = row.cells.iter().flatten().next();
        first.and_then(|cell| ClaimType::ALL.iter().position(|kind| kind.as_str() == cell.claim.kind))
    };
    rows.sort_by_key(rank);
    rows
}

fn row(cells: Vec<Option<SourceClaim>>) -> Row {
    let claims: Vec<&Claim> = cells.iter().flatten().map(|cell| &cell.claim).collect();
    let differs = differs(&claims);
    let agreement = match claims.len() {
        1 => Agreement::One,
        _ if !differs.is_empty() => Agreement::Differently,
        n if n == cells.len() => Agreement::All,
        _ => Agreement::Some,
    };
    Row { agreement, differs, cells }
}

fn differs(claims: &[&Claim]) -> Vec<String> {
    fn varies<T: PartialEq>(claims: &[&Claim], of: impl Fn(&Claim) -> T) -> bool {
        claims.windows(2).any(|pair| of(pair[0]) != of(pair[1]))
    }
    let fields = [
        ("type", varies(claims, |claim| claim.kind.clone())),
        ("strength", varies(claims, |claim| claim.strength)),
        ("figure", varies(claims, |claim| (claim.amount.map(f64::to_bits), claim.unit.clone()))),
        ("date", varies(claims, |claim| (claim.date, claim.by.clone()))),
        ("actors", varies(claims, |claim| sorted(&claim.actors))),
    ];
    fields.into_iter().filter(|(_, varies)| *varies).map(|(field, _)| field.to_owned()).collect()
}

fn sorted(codes: &[String]) -> Vec<String> {
    let mut codes = codes.to_vec();
    codes.sort_unstable();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use crate::id::DocumentId;

    /// A claim and its words: `request VN>EU fisheries`.
    fn claim(line: &str, evidence: &str) -> Claim {
        Claim { evidence: evidence.to_owned(), ..fixtures::claim(line) }
    }

    fn source(language: &str, claims: Vec<Claim>) -> Column {
        let account = AccountId { document: DocumentId::of(language.as_bytes()), index: 1 };
        let claims = claims.into_iter().map(|claim| SourceClaim {
            claim,
            language: Some(language.split('-').next().unwrap_or_default().to_owned()),
            told: vec![(account, [0, 0])],
        });
        Column { accounts: vec![account], claims: claims.collect() }
    }

    fn check(columns: &[Column]) -> Vec<String> {
        let cell = |cell: &Option<SourceClaim>| {
            cell.as_ref().map_or_else(|| "-".to_owned(), |cell| cell.claim.evidence.clone())
        };
        let row = |row: &Row| {
            let agreement = serde_json::to_value(row.agreement).unwrap();
            let differs = row.differs.iter().map(|field| format!(" {field}")).collect::<String>();
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            format!("{}{differs}: {}", agreement.as_str().unwrap(), cells.join(" | "))
        };
        compare(columns).iter().map(row).collect()
    }

    #[test]
    fn sets_claims_of_one_language_side_by_side() {
        let ours = source(
            "en",
            vec![
                claim("request VN> fisheries", "asked the EU to lift the yellow card on its seafood"),
                claim("position VN> maritime", "reaffirmed its position on the East Sea"),
                claim("courtesy VN> protocol", "congratulated the minister"),
            ],
        );
        let theirs = source(
            "en-2",
            vec![
                claim("position VN> trade", "said that trade has doubled"),
                claim("request VN> fisheries", "called for the yellow card on seafood to be lifted soon"),
            ],
        );
        insta::assert_snapshot!(check(&[ours, theirs]).join("\n"), @r"
        all: asked the EU to lift the yellow card on its seafood | called for the yellow card on seafood to be lifted soon
        one: reaffirmed its position on the East Sea | -
        one: - | said that trade has doubled
        one: congratulated the minister | -
        ");
    }

    #[test]
    fn sets_claims_of_two_languages_side_by_side_by_what_no_language_owns() {
        let mut target = claim("target VN,KH> trade", "raise trade to 20 billion US dollars");
        (target.amount, target.unit) = (Some(20e9), Some("USD".to_owned()));
        let mut mål = claim("target KH,VN> trade", "handeln ska nå 25 miljarder dollar");
        (mål.amount, mål.unit) = (Some(25e9), Some("USD".to_owned()));
        let mut agreed = claim("agreement VN,KH> border", "agreed to finish the marking of the border");
        agreed.strength = 5;
        let bad = claim("request VN> border,legal", "bad om att gränsen märks ut");
        let ours = source("en", vec![target, agreed]);
        let theirs = source("sv", vec![bad, mål]);
        insta::assert_snapshot!(check(&[ours, theirs]).join("\n"), @r"
        one: agreed to finish the marking of the border | -
        one: - | bad om att gränsen märks ut
        differently figure: raise trade to 20 billion US dollars | handeln ska nå 25 miljarder dollar
        ");
    }

    #[test]
    fn takes_each_claim_once_and_the_best_pairs_first() {
        let ours = source("en", vec![claim("pledge JP> energy", "promised to help with wind power at sea")]);
        let theirs = source(
            "en-2",
            vec![
                claim("pledge JP> energy", "promised to help with solar power"),
                claim("pledge JP> energy", "promised help with wind power at sea"),
            ],
        );
        let third = source("sv", vec![claim("pledge JP> energy", "lovade att hjälpa till med vindkraft")]);
        insta::assert_snapshot!(check(&[ours.clone(), theirs.clone(), third]).join("\n"), @r"
        all: promised to help with wind power at sea | promised help with wind power at sea | lovade att hjälpa till med vindkraft
        one: - | promised to help with solar power | -
        ");
        insta::assert_snapshot!(check(&[theirs, ours]).join("\n"), @r"
        one: promised to help with solar power | -
        all: promised help with wind power at sea | promised to help with wind power at sea
        ");
    }

    #[test]
    fn a_copy_says_nothing_of_its_own() {
        let says = |index: u16, language: &str, evidence: &str| {
            let id = AccountId { document: DocumentId::of(b"copied"), index };
            let claims = vec![claim("request VN> fisheries", evidence)];
            let engagement = reader::Engagement { claims, ..fixtures::engagement("meeting 2025-07-10 VN,EU -") };
            let language = Some(language.to_owned());
            Account { id, language, published: None, origin: crate::Origin::default(), confirmed: false, engagement }
        };
        let accounts = [
            says(1, "en", "asked to lift the yellow card"),
            says(2, "en", "Asked to lift the yellow card."),
            says(3, "sv", "bad om att gula kortet hävs"),
        ];
        let ids = accounts.iter().map(|account| account.id).collect();
        let columns = columns(&[ids], &accounts);
        assert_eq!(columns.len(), 1);
        assert_eq!(columns[0].claims.len(), 1);
        assert_eq!(columns[0].claims[0].told.len(), 3);
        assert_eq!(columns[0].claims[0].claim.evidence, "asked to lift the yellow card");
    }
}
