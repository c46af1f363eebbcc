//! The little grammar of phrases: `(a|b)`, `[a]`, `a|b` and the gap `…`.

use rustc_hash::FxHashSet;

/// How many plain phrases one written phrase may stand for.
const MOST: usize = 20_000;
/// How deep brackets may stand in each other.
const DEEPEST: usize = 32;

/// Writes out all plain phrases that a written one stands for.
///
/// # Errors
/// What is wrong, in words: a bracket that is not closed, or too many alternatives.
pub(crate) fn expand(written: &str) -> Result<Vec<String>, String> {
    let characters: Vec<char> = written.chars().collect();
    let mut at = 0;
    let all = alternatives(&characters, &mut at, 0)?;
    if at < characters.len() {
        return Err(format!("`{}` closes a bracket that was never opened", characters[at]));
    }
    let mut out: Vec<String> = Vec::with_capacity(all.len());
    let mut known = FxHashSet::default();
    for written in all {
        let mut phrase = String::with_capacity(written.len());
        for word in written.split_whitespace() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
        }
        if !phrase.is_empty() && known.insert(phrase.clone()) {
            out.push(phrase);
        }
    }
    Ok(out)
}

fn too_many() -> String {
    format!("the phrase stands for more than {MOST} others")
}

fn alternatives(characters: &[char], at: &mut usize, depth: usize) -> Result<Vec<String>, String> {
    if depth > DEEPEST {
        return Err(format!("brackets stand more than {DEEPEST} deep in each other"));
    }
    let mut all = Vec::new();
    loop {
        all.extend(sequence(characters, at, depth)?);
        if all.len() > MOST {
            return Err(too_many());
        }
        if characters.get(*at) == Some(&'|') {
            *at += 1;
        } else {
            return Ok(all);
        }
    }
}

fn sequence(characters: &[char], at: &mut usize, depth: usize) -> Result<Vec<String>, String> {
    let mut so_far = vec![String::new()];
    while let Some(&character) = characters.get(*at) {
        match character {
            '(' | '[' => {
                let close = if character == '(' { ')' } else { ']' };
                *at += 1;
                let mut inner = alternatives(characters, at, depth + 1)?;
                if characters.get(*at) != Some(&close) {
                    return Err(format!("`{character}` is not closed by `{close}`"));
                }
                *at += 1;
                if character == '[' {
                    inner.push(String::new());
                }
                if so_far.len() * inner.len() > MOST {
                    return Err(too_many());
                }
                so_far = so_far.iter().flat_map(|head| inner.iter().map(move |tail| format!("{head}{tail}"))).collect();
            }
            ')' | ']' | '|' => break,
            _ => {
                so_far.iter_mut().for_each(|phrase| phrase.push(character));
                *at += 1;
            }
        }
    }
    Ok(so_far)
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn writes_out_every_alternative() {
        let check = |written: &str| expand(written).unwrap().join(" / ");
        assert_eq!(check("met with"), "met with");
        assert_eq!(check("met|meets"), "met / meets");
        assert_eq!(
            check("(hold|held) [bilateral] talks"),
            "hold bilateral talks / hold talks / held bilateral talks / held talks"
        );
        assert_eq!(check("(a [b|c]|d)"), "a b / a c / a / d");
        assert_eq!(check("tog … emot"), "tog … emot");
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(expand("(a").unwrap_err().contains("not closed"));
        assert!(expand("a)").unwrap_err().contains("never opened"));
        assert!(expand(&"(".repeat(100_000)).unwrap_err().contains("deep"));
        assert!(expand(&"(a|b)".repeat(30)).unwrap_err().contains("more than"));
    }
}
