//! Markup that stands in running text between two marks: shortcodes, targets of links, tags, formulas.

use std::ops::Range;

/// How a stretch of markup opens and closes.
struct Pair {
    open: &'static str,
    close: &'static str,
    /// Whether all of it stands in one line.
    in_one_line: bool,
    /// What of it is no prose, given the text between the marks; `None` if it is no such markup.
    hidden: fn(&str) -> Option<Hidden>,
}

/// How much of a stretch is no prose.
enum Hidden {
    All,
    /// The mark that opens it, and so many bytes behind that.
    Beginning(usize),
    /// All but so many bytes at the beginning.
    From(usize),
}

/// Of two that open alike the longer comes first.
const PAIRS: &[Pair] = &[
    // Hugo, Mustache, Liquid, Jinja
    Pair { open: "{{", close: "}}", in_one_line: false, hidden: |_| Some(Hidden::All) },
    Pair { open: "{%", close: "%}", in_one_line: false, hidden: |_| Some(Hidden::All) },
    // Attributes of kramdown and Pandoc
    Pair { open: "{#", close: "}", in_one_line: true, hidden: attributes },
    Pair { open: "{:", close: "}", in_one_line: true, hidden: attributes },
    Pair { open: "{.", close: "}", in_one_line: true, hidden: attributes },
    Pair { open: "[[", close: "]]", in_one_line: true, hidden: wikilink },
    Pair { open: "[^", close: "]", in_one_line: true, hidden: |_| Some(Hidden::All) },
    Pair { open: "[", close: "]", in_one_line: false, hidden: shortcode },
    Pair { open: "](", close: ")", in_one_line: true, hidden: |_| Some(Hidden::From("]".len())) },
    Pair { open: "$$", close: "$$", in_one_line: false, hidden: |_| Some(Hidden::All) },
    Pair { open: "$", close: "$", in_one_line: true, hidden: formula },
];

/// The stretches, in order and apart from each other.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Where the next closing mark of each pair is, so that none is looked for twice
    let mut closes: [Option<usize>; PAIRS.len()] = [Some(0); PAIRS.len()];
    let mut tag_ends = Some(0);
    let mut at = 0;
    while let Some(step) = text.as_bytes()[at..].iter().position(|byte| b"{[]<$".contains(byte)) {
        let start = at + step;
        let stretch = if text.as_bytes()[start] == b'<' {
            tag(text, start, &mut tag_ends)
        } else {
            pair(text, start, &mut closes)
        };
        at = stretch.as_ref().map_or(start + 1, |stretch| stretch.end);
        found.extend(stretch);
    }
    found
}

/// The stretch that opens at `start`.
fn pair(text: &str, start: usize, closes: &mut [Option<usize>]) -> Option<Range<usize>> {
    let number = PAIRS.iter().position(|pair| text[start..].starts_with(pair.open))?;
    let pair = &PAIRS[number];
    let inside = start + pair.open.len();
    let close = next(text, pair.close, inside, &mut closes[number])?;
    let between = &text[inside..close];
    if between.len() > MAX_LENGTH || (pair.in_one_line && between.contains(['\n', '\r'])) {
        return None;
    }
    let end = close + pair.close.len();
    match (pair.hidden)(between)? {
        Hidden::All => Some(start..end),
        Hidden::Beginning(length) => Some(start..inside + length),
        Hidden::From(skipped) => Some(start + skipped..end),
    }
}

/// Maximum length in bytes of what stands between two marks.
const MAX_LENGTH: usize = 1024;

/// The first `mark` at or after `from`; `known` is where the last search found it, `None` if there is no more.
fn next(text: &str, mark: &str, from: usize, known: &mut Option<usize>) -> Option<usize> {
    if known.is_some_and(|at| at < from) {
        *known = text[from..].find(mark).map(|step| from + step);
    }
    *known
}

fn attributes(inside: &str) -> Option<Hidden> {
    let is_text = inside.contains('{') || inside.trim_end_matches('#').is_empty();
    (!is_text).then_some(Hidden::All)
}

/// `[[target|text]]`: the target is hidden; all of `[[target]]` is one.
fn wikilink(inside: &str) -> Option<Hidden> {
    if inside.contains("[[") {
        return None;
    }
    Some(inside.rfind('|').map_or(Hidden::All, |bar| Hidden::Beginning(bar + "|".len())))
}

/// `[caption id="1"]` and `[/caption]`, as WordPress has them.
fn shortcode(inside: &str) -> Option<Hidden> {
    let is_end = inside.starts_with('/');
    let name = inside.trim_start_matches('/');
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
    let rest = &name[length..];
    let has_values = rest.starts_with(|c: char| c.is_whitespace() || c == '=') && rest.contains("=");
    (length > 1 && !inside.contains('[') && (has_values || (is_end && rest.is_empty())))
        .then_some(Hidden::All)
}

/// A formula of TeX, not a sum in dollars.
fn formula(inside: &str) -> Option<Hidden> {
    let touches = !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    (touches && inside.contains(['\\', '^', '{'])).then_some(Hidden::All)
}

/// A tag of HTML or JSX from `<` to `>`, with the values of its attributes in quotation marks or braces.
fn tag(text: &str, start: usize, ends: &mut Option<usize>) -> Option<Range<usize>> {
    let inside = text[start + 1..].strip_prefix('/').unwrap_or(&text[start + 1..]);
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    next(text, ">", start, ends)?;
    let (mut quote, mut depth) = (None, 0_usize);
    for (step, &byte) in text.as_bytes()[start + 1..].iter().enumerate().take(MAX_LENGTH) {
        match (byte, quote) {
            (_, Some(open)) if byte == open => quote = None,
            (_, Some(_)) => {}
            (b'"' | b'\'', None) => quote = Some(byte),
            (b'{', None) => depth += 1,
            (b'}', None) => depth = depth.saturating_sub(1),
            (b'<', None) if depth == 0 => return None,
            (b'>', None) if depth == 0 => return Some(start..start + 1 + step + 1),
            _ => {}
        }
    }
    None
}
