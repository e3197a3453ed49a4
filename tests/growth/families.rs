//! Documents that cost more than their length in some reader or other, each of any length.

use vartani::text::Format;

/// A sort of document.
pub struct Family {
    /// What it is called in a failure.
    pub name: &'static str,
    /// How it is marked up.
    pub format: Format,
    /// What is done with it.
    pub task: Task,
    /// A document of about so many bytes.
    pub make: fn(usize) -> String,
}

/// What is done with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// It is read and marked, and every place is counted as people count.
    Check,
    /// Its safe fixes are made.
    Fix,
    /// A letter is typed at its end.
    Type,
    /// It is read and marked in a newsroom that does not want such expressions read.
    Skip(&'static [&'static str]),
    /// The server is asked for something about all of it.
    Ask(&'static str),
}

use Format::{Html, Markdown, Plain};
use Task::{Ask, Check, Fix, Skip, Type};

const fn family(name: &'static str, format: Format, task: Task, make: fn(usize) -> String) -> Family {
    Family { name, format, task, make }
}

/// All families.
pub const FAMILIES: &[Family] = &[
    family("bars", Plain, Check, |n| fill("|", n)),
    family("words with bars", Plain, Check, |n| fill("है| ", n)),
    family("one paragraph of news", Plain, Check, one_paragraph),
    family("paragraphs of news", Plain, Check, |n| fill(&format!("{NEWS}\n"), n)),
    family("a name in many spellings", Plain, Check, many_spellings),
    family("a name in two spellings", Plain, Check, |n| fill("मॉस्को मास्को में ", n)),
    family("first names and surnames", Plain, Check, |n| fill("करण जौहर करन थापर ", n)),
    family("titles and names", Plain, Check, |n| fill("प्रधानमंत्री नरेंद्र मोदी ने 2019 में ", n)),
    family("ages and names", Plain, Check, |n| fill("72 वर्षीय पुतिन ", n)),
    family("open quotations", Plain, Check, |n| fill("“नरेंद्र मोदी ने कहा ", n)),
    family("quotation marks", Plain, Check, |n| fill("“कल वे ”आज “ आए\" '", n)),
    family("open quotations in paragraphs", Plain, Check, |n| fill("“वे आए।\n", n)),
    family("quotations that go on", Plain, Check, |n| fill("“वे आए।\nवे गए।” 'हाँ\nठीक'\n", n)),
    family("two kinds of quotation marks", Plain, Check, |n| fill("\"वे\" “आए” “गए\" ", n)),
    family("names in Latin letters", Plain, Check, |n| fill("Modi ने NATO में ", n)),
    family("an old font", Plain, Check, |n| fill("fnYyh ljdkj us ", n)),
    family("days", Plain, Check, |n| fill("12 मार्च को सोमवार के दो दिन बाद ", n)),
    family("lists of days", Plain, Check, |n| fill("12, ", n)),
    family("figures", Plain, Check, |n| fill("1.", n)),
    family("two words of many letters", Plain, Check, |n| format!("{0} {0}ा", fill("क", n / 2))),
    family("compounds", Plain, Check, |n| fill("युद्धविराम युद्ध विराम युद्ध-विराम ", n)),
    family("spaces and marks", Plain, Check, |n| fill("और  वे , ", n)),
    family("one long word", Plain, Check, |n| fill("कि", n)),
    family("signs in the wrong order", Plain, Check, |n| {
        format!("क{}{}", fill("ंँ", n / 2), fill("ाि", n / 2))
    }),
    family("faults in one line", Plain, Check, |n| fill("अाज ने ने 31 अप्रैल ", n)),
    family("faults in one line, fixed", Plain, Fix, |n| fill("अाज दु:ख बैठक ", n)),
    family("a letter at the end of many paragraphs", Plain, Type, |n| fill(&format!("{NEWS}\n"), n)),
    family("a table of wide rows and short ones", Markdown, Check, |n| {
        format!("{}\n{}\n{}", fill("|क", n / 4), fill("|-", n / 4), fill("|क\n", n / 2))
    }),
    family("tables, one after the other", Markdown, Check, |n| {
        fill(&format!("{}\n{}\n{}\n", "|क".repeat(64), "|-".repeat(64), "|क\n".repeat(64)), n)
    }),
    family("a table of small cells", Markdown, Check, |n| format!("|क|ख|\n|-|-|\n{}", fill("|1|क|\n", n))),
    family("brackets", Markdown, Check, |n| fill("[", n)),
    family("escaped bars", Markdown, Check, |n| fill("\\|", n)),
    family("emphasis", Markdown, Check, |n| fill("*है ", n)),
    family("quotes in quotes", Markdown, Check, |n| fill("> ", n)),
    family("code in running text", Markdown, Check, |n| fill("<code>है ", n)),
    family("a block of HTML", Markdown, Check, |n| format!("<div>\n{}", fill("है|\n", n))),
    family("comments for vartani", Markdown, Check, |n| fill("<!-- vartani: ignore --> ", n)),
    family("comments and paragraphs", Markdown, Check, |n| {
        fill("<!-- vartani: off text/danda -->\n\nहै है।\n\n<!-- vartani: on -->\n\n", n)
    }),
    family("elements in elements", Html, Check, |n| fill("<div>है ", n)),
    family("end tags", Html, Check, |n| format!("{}{}", fill("<section>", n / 2), fill("</p>", n / 2))),
    family("bold words", Html, Check, |n| fill("<b>है</b>| ", n)),
    family(
        "expressions for what is not read",
        Plain,
        Skip(&[r"(?s)\[\[.*?\]\]", r"\bRT\b.*", "[0-9]+ शब्द", "है$"]),
        |n| fill("[[है RT ", n),
    ),
    family("an expression that waits for much", Plain, Skip(&["[ab]*a[ab]{500}c"]), coins),
    family("marks in one line", Plain, Ask("textDocument/diagnostic"), |n| fill("अाज ने ने 31 अप्रैल ", n)),
    family("actions in one line", Plain, Ask("textDocument/codeAction"), |n| fill("अाज ने ने ", n)),
    family("actions for many spellings", Plain, Ask("textDocument/codeAction"), many_spellings),
    family("hints in one line", Plain, Ask("textDocument/inlayHint"), |n| fill("बुधवार को कल ", n)),
    family("colours in one line", Plain, Ask("textDocument/semanticTokens/full"), |n| {
        fill("नरेंद्र मोदी 12 मार्च को ", n)
    }),
    family("symbols in one line", Plain, Ask("textDocument/documentSymbol"), |n| {
        fill("नरेंद्र मोदी 12 मार्च को ", n)
    }),
    family("lenses for many spellings", Plain, Ask("textDocument/codeLens"), many_spellings),
];

/// Some news of our own.
const NEWS: &str = "प्रधानमंत्री नरेंद्र मोदी ने बुधवार को नई दिल्ली में कहा कि युद्धविराम के बाद दोनों देशों की बैठक 12 मार्च 2025 को होगी। \
    विदेश मंत्री एस. जयशंकर ने मॉस्को से लौटकर बताया, “हम हर समझौते का स्वागत करते हैं।” 72 वर्षीय पुतिन ने 2019 में भी यही कहा था।";

fn fill(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

/// Two letters in no order that tables could hold.
fn coins(bytes: usize) -> String {
    let mut state = 1_u32;
    let mut coin = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 31 == 0 { 'a' } else { 'b' }
    };
    (0..bytes).map(|_| coin()).collect()
}

fn one_paragraph(bytes: usize) -> String {
    fill(&format!("{NEWS} "), bytes)
}

/// One name, each time in another spelling: fourteen places at which writers differ.
fn many_spellings(bytes: usize) -> String {
    const PLACES: [(&str, [&str; 2]); 14] = [
        ("अ", ["न्", "ं"]),
        ("द", ["ि", "ी"]),
        ("र", ["ि", "ी"]),
        ("", ["व", "ब"]),
        ("ा", ["ट", "त"]),
        ("", ["ू", "ु"]),
        ("र", ["ि", "ी"]),
        ("", ["श", "स"]),
        ("ा", ["न्", "ं"]),
        ("द", ["ि", "ी"]),
        ("", ["ज़", "ज"]),
        ("ो", ["न्", "ं"]),
        ("द", ["ू", "ु"]),
        ("", ["व", "ब"]),
    ];
    let mut out = String::new();
    for number in 0..1usize << PLACES.len() {
        for (place, (before, ways)) in PLACES.iter().enumerate() {
            out += before;
            out += ways[number >> place & 1];
        }
        out.push(' ');
        if out.len() > bytes {
            break;
        }
    }
    out
}
