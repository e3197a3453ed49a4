//! How cost grows: with the article, with the files of a run, with the articles that are open.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::corpus::Corpus;
use crate::keystrokes::{Effort, Typing, type_into};
use crate::picture::{Chart, Curve, svg};
use crate::programs::Program;
use crate::{load, machine, servers, today};

/// Measures all curves, and draws docs/images/growth.svg.
pub fn measure(vartani: &Path, corpus: &Corpus, quick: bool) -> Vec<Chart> {
    let date = today();
    let mut charts = vec![with_size(vartani, corpus, quick), with_files(vartani, corpus, quick)];
    charts.extend(with_articles(vartani, corpus, quick));
    let caption = format!("{date}. {}, load average {}.", machine(), load());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images/growth.svg");
    std::fs::write(&file, svg(&charts, &caption)).expect("a picture");
    charts
}

/// The figures of charts, a list for each.
pub fn markdown(charts: &[Chart]) -> String {
    let mut text = String::new();
    for chart in charts {
        text += &format!("{}\n\n", chart.title);
        for Curve { name, points, .. } in &chart.curves {
            let points: Vec<String> =
                points.iter().map(|(x, y)| format!("{}: {}", (chart.across)(*x), (chart.up)(*y))).collect();
            text += &format!("- {name}: {}\n", points.join(", "));
        }
        text.push('\n');
    }
    text
}

pub fn json(charts: &[Chart]) -> Value {
    let curve = |curve: &Curve| json!({"name": curve.name, "points": curve.points});
    let chart = |chart: &Chart| json!({"title": chart.title, "curves": chart.curves.iter().map(curve).collect::<Value>()});
    charts.iter().map(chart).collect()
}

/// Keystrokes in articles of 6 KB to 60 MB.
fn with_size(vartani: &Path, corpus: &Corpus, quick: bool) -> Chart {
    const SIZES: [usize; 9] =
        [6_000, 20_000, 60_000, 200_000, 600_000, 2_000_000, 6_000_000, 20_000_000, 60_000_000];
    const NAMES: [[&str; 2]; 3] =
        [["vartani, p99", "p50"], ["typos-lsp, p99", "p50"], ["idle server, p99", "p50"]];
    let sizes = if quick { &SIZES[..5] } else { &SIZES[..] };
    let effort = Effort { keystrokes: 200, most: Duration::from_secs(if quick { 1 } else { 6 }) };
    let texts: Vec<String> = sizes.iter().map(|size| corpus.text(*size)).collect();
    let mut curves = Vec::new();
    for (colour, (_, server)) in servers(vartani).into_iter().enumerate() {
        let typed: Vec<Typing> =
            texts.iter().map_while(|text| type_into(&server, text, &[], effort)).collect();
        let of = |of: fn(&Typing) -> f64| {
            sizes.iter().zip(&typed).map(|(size, typing)| (*size as f64, of(typing))).collect()
        };
        let [p99, p50] = NAMES[colour];
        if !typed.is_empty() {
            curves.push(Curve { name: p99, colour, dashed: false, points: of(|typing| typing.p99) });
            curves.push(Curve { name: p50, colour, dashed: true, points: of(|typing| typing.p50) });
        }
    }
    Chart { title: "A keystroke, by size of the article", across: bytes, up: milliseconds, curves }
}

/// `check` over 1 to 10,000 files.
fn with_files(vartani: &Path, corpus: &Corpus, quick: bool) -> Chart {
    let counts: &[usize] = if quick { &[1, 10, 100, 1_000] } else { &[1, 10, 100, 1_000, 10_000] };
    let mut points = [Vec::new(), Vec::new()];
    for &count in counts {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let written = corpus.write(folder.path(), Some(count));
        for threads in [1, 2] {
            let check = Program::new(vartani, &["check", "--format", "json"]).of(&written.path);
            let passes = (100 / count).clamp(1, 20);
            let wall = check.threads(threads).cost(3, passes).expect("vartani is there").wall;
            points[threads - 1].push((count as f64, wall * 1e3));
        }
    }
    let [one, two] = points;
    let curves = vec![
        Curve { name: "one thread", colour: 0, dashed: true, points: one },
        Curve { name: "two threads", colour: 0, dashed: false, points: two },
    ];
    Chart { title: "vartani check, by number of articles", across: count, up: milliseconds, curves }
}

/// Keystrokes in one article and the memory of the server, with 1 to 1,000 articles open.
fn with_articles(vartani: &Path, corpus: &Corpus, quick: bool) -> [Chart; 2] {
    let counts: &[usize] = if quick { &[1, 10, 100] } else { &[1, 10, 100, 1_000] };
    let articles = corpus.articles(1_000);
    let text = corpus.text(6_000);
    let effort = Effort { keystrokes: 400, most: Duration::from_secs(5) };
    let mut keys = Vec::new();
    let mut memory = Vec::new();
    for (colour, (_, server)) in servers(vartani).into_iter().take(2).enumerate() {
        let typed: Vec<Typing> = counts
            .iter()
            .map_while(|count| type_into(&server, &text, &articles[..count - 1], effort))
            .collect();
        let of = |of: fn(&Typing) -> f64| {
            counts.iter().zip(&typed).map(|(count, typing)| (*count as f64, of(typing))).collect()
        };
        if !typed.is_empty() {
            let [p99, p50, name] =
                [["vartani, p99", "p50", "vartani"], ["typos-lsp, p99", "p50", "typos-lsp"]][colour];
            keys.push(Curve { name: p99, colour, dashed: false, points: of(|typing| typing.p99) });
            keys.push(Curve { name: p50, colour, dashed: true, points: of(|typing| typing.p50) });
            memory.push(Curve { name, colour, dashed: false, points: of(|typing| typing.peak) });
        }
    }
    [
        Chart {
            title: "A keystroke in 6 KB, by number of open articles",
            across: count,
            up: milliseconds,
            curves: keys,
        },
        Chart {
            title: "Memory of the server, by number of open articles",
            across: count,
            up: megabytes,
            curves: memory,
        },
    ]
}

fn bytes(figure: f64) -> String {
    if figure >= 1e6 { format!("{} MB", figure / 1e6) } else { format!("{} KB", figure / 1e3) }
}

fn milliseconds(figure: f64) -> String {
    if figure >= 1e3 { format!("{} s", rounded(figure / 1e3)) } else { format!("{} ms", rounded(figure)) }
}

fn megabytes(figure: f64) -> String {
    format!("{} MB", rounded(figure))
}

fn count(figure: f64) -> String {
    figure.to_string()
}

/// With three digits that mean something.
fn rounded(figure: f64) -> f64 {
    let unit = 10_f64.powf(figure.log10().floor() - 2.0);
    // Whole units of a power of ten, so that 0.1 stays 0.1
    if unit < 1.0 { (figure / unit).round() / (1.0 / unit).round() } else { (figure / unit).round() * unit }
}
