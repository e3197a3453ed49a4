//! JSON written straight into a buffer: for what is long and sent at every keystroke.

use std::io::Write as _;

/// Writes a text as JSON.
pub fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let plain = plain(rest);
        out.extend_from_slice(&rest[..plain]);
        rest = &rest[plain..];
        let Some((&special, behind)) = rest.split_first() else { break };
        match special {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', special]),
            b'\n' => out.extend_from_slice(b"\\n"),
            control => _ = write!(out, "\\u{control:04x}"),
        }
        rest = behind;
    }
    out.push(b'"');
}

/// Writes a number.
pub fn number(number: u32, out: &mut Vec<u8>) {
    let (mut digits, mut at, mut rest) = ([0; 10], 10, number);
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// How many bytes at the beginning stand for themselves.
fn plain(text: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    // Eight at once: a high bit for each that is less than a space, and for each that is zero
    let zeros = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes & HIGHS;
    let (eights, _) = text.as_chunks();
    let is_plain = |eight: &&[u8; 8]| {
        let bytes = u64::from_le_bytes(**eight);
        let controls = bytes.wrapping_sub(ONES * 0x20) & !bytes & HIGHS;
        controls | zeros(bytes ^ (ONES * u64::from(b'"'))) | zeros(bytes ^ (ONES * u64::from(b'\\'))) == 0
    };
    let start = 8 * eights.iter().take_while(is_plain).count();
    let is_special = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    text[start..].iter().position(is_special).map_or(text.len(), |at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_text_is_read_as_it_was_written(text in "[\"\\\\\\PCअ-ह\u{0}-\u{7F}]{0,40}", count in proptest::prelude::any::<u32>()) {
            let mut out = Vec::new();
            string(&text, &mut out);
            proptest::prop_assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
            out.clear();
            number(count, &mut out);
            proptest::prop_assert_eq!(serde_json::from_slice::<u32>(&out).unwrap(), count);
        }
    }
}
