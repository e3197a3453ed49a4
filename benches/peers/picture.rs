//! Curves as a picture: charts in SVG with a logarithmic scale both ways, readable on light and on dark pages.

use std::fmt::Write as _;

/// A chart of some curves.
pub struct Chart {
    pub title: &'static str,
    /// How figures below the chart and beside it are written.
    pub across: fn(f64) -> String,
    pub up: fn(f64) -> String,
    pub curves: Vec<Curve>,
}

/// A curve through points.
pub struct Curve {
    pub name: &'static str,
    /// Which colour; curves of one program share one.
    pub colour: usize,
    pub dashed: bool,
    pub points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 440.0;
const HEIGHT: f64 = 320.0;
/// Room around a chart: left, top, right, bottom.
const ROOM: [f64; 4] = [64.0, 62.0, 26.0, 34.0];

const STYLE: &str = "\
svg { font: 12px system-ui, sans-serif; background: #ffffff }
text { fill: #1f2328 } .title { font-weight: 600; font-size: 13px }
.grid { stroke: #d1d9e0 } path { fill: none; stroke-width: 2 } .dashed { stroke-dasharray: 5 4 }
.c0 { stroke: #0969da } .c1 { stroke: #bc4c00 } .c2 { stroke: #6e7781 }
@media (prefers-color-scheme: dark) {
svg { background: #0d1117 } text { fill: #e6edf3 } .grid { stroke: #30363d }
.c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #8b949e }
}
";

/// Charts, two in a row, with a line of text below them.
pub fn svg(charts: &[Chart], caption: &str) -> String {
    let (width, height) = (2.0 * WIDTH, charts.len().div_ceil(2) as f64 * HEIGHT + 30.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{caption}</title>\n<style>\n{STYLE}</style>\n"
    );
    for (number, chart) in charts.iter().enumerate() {
        let (x, y) = ((number % 2) as f64 * WIDTH, (number / 2) as f64 * HEIGHT);
        let _ = writeln!(svg, "<g transform=\"translate({x} {y})\">\n{}</g>", chart.svg());
    }
    let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\">{caption}</text>\n</svg>", ROOM[0], height - 12.0);
    svg
}

impl Chart {
    fn svg(&self) -> String {
        let points = || self.curves.iter().flat_map(|curve| &curve.points);
        let across = Scale::of(points().map(|point| point.0), ROOM[0], WIDTH - ROOM[2]);
        let up = Scale::of(points().map(|point| point.1), HEIGHT - ROOM[3], ROOM[1]);
        let mut svg = format!("<text class=\"title\" x=\"{}\" y=\"20\">{}</text>\n", ROOM[0], self.title);
        for tick in across.ticks() {
            let (x, label) = (across.at(tick), (self.across)(tick));
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{}\" y2=\"{}\"/>",
                ROOM[1],
                HEIGHT - ROOM[3]
            );
            let _ = writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>",
                HEIGHT - 16.0
            );
        }
        for tick in up.ticks() {
            let (y, label) = (up.at(tick), (self.up)(tick));
            let _ = write!(
                svg,
                "<line class=\"grid\" y1=\"{y:.1}\" y2=\"{y:.1}\" x1=\"{}\" x2=\"{}\"/>",
                ROOM[0],
                WIDTH - ROOM[2]
            );
            let _ = writeln!(
                svg,
                "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
                ROOM[0] - 6.0,
                y + 4.0
            );
        }
        for (number, curve) in self.curves.iter().enumerate() {
            let class = format!("c{}{}", curve.colour, if curve.dashed { " dashed" } else { "" });
            let line: Vec<String> =
                curve.points.iter().map(|(x, y)| format!("{:.1} {:.1}", across.at(*x), up.at(*y))).collect();
            let _ = writeln!(svg, "<path class=\"{class}\" d=\"M{}\"/>", line.join("L"));
            // What each curve is: those of one program below each other
            let (x, y) = (ROOM[0] + (number / 2) as f64 * 124.0, 36.0 + (number % 2) as f64 * 16.0);
            let _ = write!(svg, "<path class=\"{class}\" d=\"M{x} {}h18\"/>", y - 4.0);
            let _ = writeln!(svg, "<text x=\"{}\" y=\"{y}\">{}</text>", x + 23.0, curve.name);
        }
        svg
    }
}

/// A logarithmic scale over whole powers of ten.
struct Scale {
    /// The lowest and the highest power.
    powers: (f64, f64),
    /// Where these are drawn.
    ends: (f64, f64),
}

impl Scale {
    fn of(figures: impl Iterator<Item = f64>, from: f64, to: f64) -> Scale {
        let (low, high) = figures
            .map(f64::log10)
            .fold((f64::MAX, f64::MIN), |(low, high), power| (low.min(power), high.max(power)));
        Scale { powers: (low.floor(), high.ceil().max(low.floor() + 1.0)), ends: (from, to) }
    }

    fn at(&self, figure: f64) -> f64 {
        let share = (figure.log10() - self.powers.0) / (self.powers.1 - self.powers.0);
        self.ends.0 + share * (self.ends.1 - self.ends.0)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        (self.powers.0 as i32..=self.powers.1 as i32).map(|power| 10_f64.powi(power))
    }
}
