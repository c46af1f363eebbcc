//! Character references of HTML.

/// The names of U+00A0 to U+00FF, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot \
    cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave \
    Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc \
    atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
    ugrave uacute ucirc uuml yacute thorn yuml";

/// Further names in use, each with its character.
const OTHERS: &str = "amp & lt < gt > quot \" apos ' AMP & LT < GT > QUOT \" Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Ecaron Ě ecaron ě \
    Rcaron Ř rcaron ř Dcaron Ď dcaron ď Tcaron Ť tcaron ť Ncaron Ň ncaron ň Lcaron Ľ lcaron ľ Cacute Ć cacute ć Sacute Ś sacute ś Nacute Ń \
    nacute ń Zacute Ź zacute ź Zdot Ż zdot ż Lstrok Ł lstrok ł Dstrok Đ dstrok đ Aogon Ą aogon ą Eogon Ę eogon ę Abreve Ă abreve ă Gbreve Ğ \
    gbreve ğ Idot İ imath ı inodot ı Scedil Ş scedil ş Tcedil Ţ tcedil ţ Uring Ů uring ů Odblac Ő odblac ő Udblac Ű udblac ű Amacr Ā amacr ā Emacr Ē \
    emacr ē Imacr Ī imacr ī Umacr Ū umacr ū OElig Œ oelig œ Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash — horbar ― lsquo ‘ rsquo ’ rsquor ’ sbquo ‚ \
    ldquo “ rdquo ” rdquor ” bdquo „ ldquor „ dagger † Dagger ‡ bull • bullet • hellip … mldr … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ \
    frasl ⁄ euro € trade ™ numero № larr ← uarr ↑ rarr → darr ↓ harr ↔ minus − lowbar _ num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , \
    period . sol / colon : semi ; equals = quest ? commat @ lsqb [ rsqb ] lbrack [ rbrack ] lbrace { rbrace } verbar | vert | vellip ⋮ excl ! \
    grave ` check ✓ star ☆ starf ★ squ □ squf ■ lozenge ◊ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ Omega Ω omega ω alpha α beta β gamma γ Delta Δ \
    delta δ pi π mu μ sigma σ infin ∞ ne ≠ le ≤ ge ≥ asymp ≈";

/// The character of a reference after its `&`, and how many bytes it takes with its `;`.
pub(crate) fn entity(rest: &str) -> Option<(char, usize)> {
    let bytes = rest.as_bytes();
    if bytes.first() == Some(&b'#') {
        let hex = matches!(bytes.get(1), Some(b'x' | b'X'));
        let start = if hex { 2 } else { 1 };
        let length = bytes[start..]
            .iter()
            .take(8)
            .take_while(|byte| if hex { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() })
            .count();
        let code = u32::from_str_radix(&rest[start..start + length], if hex { 16 } else { 10 }).ok()?;
        let end = start + length;
        return Some((numbered(code), end + usize::from(bytes.get(end) == Some(&b';'))));
    }
    let length = bytes.iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let end = length + usize::from(bytes.get(length) == Some(&b';'));
    let name = &rest[..length];
    // Without their `;` only the oldest names count, so that `a&copyright=1` stays as it is.
    (end > length || matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp"))
        .then(|| named(name))
        .flatten()
        .map(|character| (character, end))
}

fn named(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "nbsp" => return Some('\u{a0}'),
        "ensp" | "emsp" | "thinsp" => return Some(' '),
        "zwnj" => return Some('\u{200c}'),
        "zwj" => return Some('\u{200d}'),
        "lrm" | "rlm" => return Some('\u{200b}'),
        _ => {}
    }
    if let Some(place) = LATIN.split_ascii_whitespace().position(|known| known == name) {
        return char::from_u32(0xa0 + place as u32);
    }
    let mut words = OTHERS.split_ascii_whitespace();
    while let (Some(known), Some(character)) = (words.next(), words.next()) {
        if known == name {
            return character.chars().next();
        }
    }
    None
}

/// A character by its number; those of Windows where Unicode has controls, as browsers read them.
fn numbered(code: u32) -> char {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match code {
        0x80..0xa0 => WINDOWS.chars().nth(code as usize - 0x80),
        0 => None,
        _ => char::from_u32(code),
    }
    .unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_references() {
        let rows = [
            ("amp;", Some(('&', 4))),
            ("amp x", Some(('&', 3))),
            ("eacute;", Some(('é', 7))),
            ("yuml;", Some(('ÿ', 5))),
            ("nbsp;", Some(('\u{a0}', 5))),
            ("mdash;", Some(('—', 6))),
            ("#8211;x", Some(('–', 6))),
            ("#x1EA1;", Some(('ạ', 7))),
            ("#150;", Some(('–', 5))),
            ("#xD800;", Some(('\u{fffd}', 7))),
            ("#;", None),
            ("copyright=1", None),
            ("", None),
            (" ", None),
        ];
        for (text, expected) in rows {
            assert_eq!(entity(text), expected, "{text}");
        }
    }
}
