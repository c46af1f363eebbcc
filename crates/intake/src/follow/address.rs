//! Addresses, each written in one way.

use url::Url;

/// Parameters by which links are tracked; they lead to the same page. Those that begin with `utm_` too.
const TRACKING: [&str; 12] = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
];

/// The longest address that is taken, in bytes.
const LONGEST: usize = 2048;

/// Why a text is no address that can be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{address}`: {why}")]
pub struct NotAnAddress {
    /// The text.
    pub address: String,
    /// What is wrong with it, and what to do.
    pub why: &'static str,
}

/// An address as it is kept: without fragment, tracking parameters and dots behind the host.
///
/// `base` is where it was found, for those that are written short.
///
/// # Errors
///
/// Where the text is no address of http or https, or names a user.
pub fn canonical(text: &str, base: Option<&Url>) -> Result<Url, NotAnAddress> {
    let text = text.trim();
    let wrong = |why| NotAnAddress { address: text.chars().take(LONGEST).collect(), why };
    let parsed = base.map_or_else(|| Url::parse(text), |base| base.join(text));
    let mut url = parsed.map_err(|_| wrong("is no address; write it whole, as https://example.org/news"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(wrong("only http and https are asked"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(wrong("names a user; nothing is asked in anybody's name"));
    }
    let Some(host) = url.host_str().filter(|host| !host.trim_end_matches('.').is_empty()) else {
        return Err(wrong("names no host"));
    };
    let bare = host.trim_end_matches('.');
    if bare.len() < host.len() {
        let bare = bare.to_owned();
        url.set_host(Some(&bare)).map_err(|_| wrong("names no host"))?;
    }
    url.set_fragment(None);
    if let Some(query) = url.query() {
        let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_tracking(part)).collect();
        let kept = kept.join("&");
        url.set_query(Some(kept.as_str()).filter(|kept| !kept.is_empty()));
    }
    if url.as_str().len() > LONGEST {
        return Err(wrong("is longer than 2,048 bytes"));
    }
    Ok(url)
}

/// Whether a part of a query only says where somebody came from.
fn is_tracking(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_in_one_way() {
        let base = Url::parse("https://www.example.org/news/index.html").expect("it is one");
        let check = |text: &str| canonical(text, Some(&base)).map_or_else(|error| error.to_string(), Into::into);
        for (text, expected) in [
            ("item-1.html#top", "https://www.example.org/news/item-1.html"),
            ("/b?utm_source=x&id=7&UTM_medium=y", "https://www.example.org/b?id=7"),
            ("/b?fbclid=abc", "https://www.example.org/b"),
            ("/b?a=1&&b=%20", "https://www.example.org/b?a=1&b=%20"),
            ("//Example.ORG:443/x", "https://example.org/x"),
            ("HTTP://example.org./x", "http://example.org/x"),
            ("https://example.org%2E%2E/x", "https://example.org/x"),
            (" https://bücher.example/ ", "https://xn--bcher-kva.example/"),
            ("/utm_story?tagutm_=1", "https://www.example.org/utm_story?tagutm_=1"),
            ("mailto:a@example.org", "`mailto:a@example.org`: only http and https are asked"),
            ("javascript:void(0)", "`javascript:void(0)`: only http and https are asked"),
            (
                "https://me:secret@example.org/",
                "`https://me:secret@example.org/`: names a user; nothing is asked in anybody's name",
            ),
        ] {
            assert_eq!(check(text), expected, "{text}");
        }
        assert!(canonical("news/today", None).is_err());
        assert!(canonical(&format!("https://example.org/{}", "x".repeat(3000)), None).is_err());
    }
}
