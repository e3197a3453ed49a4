//! How one spelling turns into another: the cheapest reading of their differences.
//!
//! The sounds the two words begin and end with in common are set aside; what is left between them is
//! aligned by dynamic programming over the classes of [`super::class`]. What no class explains has no
//! price, and such words are not aligned at all.

use smallvec::SmallVec;

use super::class::{Class, Level, NEVER, Position};
use super::sounds::{NASAL, SCHWA, Sound};
use super::substitution::{one_for_none, one_for_one, two_for_none, two_for_one, two_for_two};

/// A class of difference at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of difference it is.
    pub class: Class,
    /// Where in the word it stands.
    pub position: Position,
}

impl Difference {
    /// A difference of a class whose place does not matter.
    pub(super) fn anywhere(class: Class) -> Difference {
        Difference { class, position: Position::Medial }
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.class.id())?;
        if self.class.row().level == Level::Transliteration {
            write!(f, "@{}", self.position.id())?;
        }
        Ok(())
    }
}

pub(super) type Differences = SmallVec<[Difference; 6]>;

/// Words that still differ over this many sounds are strangers; it also bounds the work on any input.
const WIDEST: usize = 40;
/// How far the two words may run apart.
const BAND: usize = 4;

/// The sounds two words have in common at the beginning and at the end.
pub(super) fn common_ends(a: &[Sound], b: &[Sound]) -> (usize, usize) {
    let shorter = a.len().min(b.len());
    let same = |(x, y): &(&Sound, &Sound)| x.code == y.code;
    let head = a.iter().zip(b).take_while(same).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take(shorter - head).take_while(same).count();
    (head, tail)
}

/// The cheapest list of differences that turns `a` into `b`; `None` where there is none.
pub(super) fn differences(a: &[Sound], b: &[Sound]) -> Option<Differences> {
    let (head, tail) = common_ends(a, b);
    let between = between(a, b, head, tail);
    // ख़ामेनेई/ख़ामेनी: what one word writes with two sounds may begin or end like what the other writes with one
    if between.is_some() || head + tail + 1 < a.len().min(b.len()) {
        return between;
    }
    self::between(a, b, head.saturating_sub(1), tail.saturating_sub(1))
}

/// The cheapest list of differences between words that are the same before `head` and in the last `tail` sounds.
fn between(a: &[Sound], b: &[Sound], head: usize, tail: usize) -> Option<Differences> {
    let (rows, columns) = (a.len() - head - tail, b.len() - head - tail);
    if rows.max(columns) > WIDEST || rows.abs_diff(columns) > BAND {
        return None;
    }
    let width = columns + 1;
    let mut cells: SmallVec<[Cell; 64]> = SmallVec::from_elem(Cell::UNREACHED, (rows + 1) * width);
    cells[0].cost = 0.0;
    for row in 0..=rows {
        for column in row.saturating_sub(BAND)..=(row + BAND).min(columns) {
            let from = cells[row * width + column].cost;
            if from == NEVER {
                continue;
            }
            let at = At { a, b, i: head + row, j: head + column };
            let mut reach = |down: usize, right: usize, class: Option<Class>| {
                let cost = from + class.map_or(0.0, |c| c.weight(at.position(c, down, right)));
                let cell = &mut cells[(row + down) * width + column + right];
                if cost < cell.cost {
                    *cell = Cell { cost, class, down: down as u8, right: right as u8 };
                }
            };
            let (more_rows, more_columns) = (rows - row, columns - column);
            if more_rows >= 1 && more_columns >= 1 {
                if a[at.i].code == b[at.j].code {
                    reach(1, 1, None);
                } else if let Some(class) = one_for_one(a, at.i, b, at.j) {
                    reach(1, 1, Some(class));
                }
            }
            if more_rows >= 1
                && let Some(class) = one_for_none(a, at.i, b, at.j)
            {
                reach(1, 0, Some(class));
            }
            if more_columns >= 1
                && let Some(class) = one_for_none(b, at.j, a, at.i)
            {
                reach(0, 1, Some(class));
            }
            if more_rows >= 2
                && let Some(class) = two_for_none(a, at.i, b, at.j)
            {
                reach(2, 0, Some(class));
            }
            if more_columns >= 2
                && let Some(class) = two_for_none(b, at.j, a, at.i)
            {
                reach(0, 2, Some(class));
            }
            if more_rows >= 2
                && more_columns >= 1
                && let Some(class) = two_for_one(a, at.i, b, at.j)
            {
                reach(2, 1, Some(class));
            }
            if more_rows >= 1
                && more_columns >= 2
                && let Some(class) = two_for_one(b, at.j, a, at.i)
            {
                reach(1, 2, Some(class));
            }
            if more_rows >= 2
                && more_columns >= 2
                && let Some(class) = two_for_two(a, at.i, b, at.j)
            {
                reach(2, 2, Some(class));
            }
        }
    }
    trace(a, b, head, &cells, (rows, columns))
}

/// The differences on the cheapest way to the last cell, from left to right.
fn trace(a: &[Sound], b: &[Sound], head: usize, cells: &[Cell], end: (usize, usize)) -> Option<Differences> {
    let (mut row, mut column) = end;
    let width = column + 1;
    if cells[row * width + column].cost == NEVER {
        return None;
    }
    let mut found = Differences::new();
    while (row, column) != (0, 0) {
        let Cell { class, down, right, .. } = cells[row * width + column];
        let (down, right) = (down as usize, right as usize);
        (row, column) = (row - down, column - right);
        if let Some(class) = class {
            let at = At { a, b, i: head + row, j: head + column };
            found.push(Difference { class, position: at.position(class, down, right) });
        }
    }
    found.reverse();
    Some(found)
}

#[derive(Clone, Copy)]
struct Cell {
    cost: f32,
    class: Option<Class>,
    down: u8,
    right: u8,
}

impl Cell {
    const UNREACHED: Cell = Cell { cost: NEVER, class: None, down: 0, right: 0 };
}

/// A place in two words at once.
struct At<'a> {
    a: &'a [Sound],
    b: &'a [Sound],
    i: usize,
    j: usize,
}

impl At<'_> {
    /// Where a difference over the next `down` sounds of one word and `right` of the other stands.
    fn position(&self, class: Class, down: usize, right: usize) -> Position {
        let (a, i, b, j) = (self.a, self.i, self.b, self.j);
        if class == Class::Virama {
            let (word, at) = if down == 1 { (a, i) } else { (b, j) };
            debug_assert_eq!(word[at].code, SCHWA);
            return match at {
                1 => Position::Initial,
                _ if at + 2 == word.len() => Position::Final,
                _ => Position::Medial,
            };
        }
        if (down > 0 && i == 0) || (right > 0 && j == 0) {
            Position::Initial
        } else if (down > 0 && ends(a, i + down)) || (right > 0 && ends(b, j + right)) {
            Position::Final
        } else {
            Position::Medial
        }
    }
}

/// Whether nothing is left of the word at `at`, or only the nasal of its last vowel: an ending is still
/// an ending in कंपनियां and कंपनियों.
fn ends(word: &[Sound], at: usize) -> bool {
    match &word[at..] {
        [] => true,
        [last] => last.code == NASAL,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sounds::Sounds;
    use super::*;

    fn classes(a: &str, b: &str) -> Option<String> {
        let found = differences(&Sounds::of(a).list, &Sounds::of(b).list)?;
        let names: Vec<String> = found.iter().map(|d| d.to_string()).collect();
        Some(names.join(","))
    }

    #[test]
    fn a_difference_has_a_class_and_a_place() {
        for (a, b, want) in [
            ("ब्रूनेई", "ब्रुनेई", "ru-length@medial"),
            ("इमाम", "ईमाम", "vowel-length@initial"),
            ("नायडू", "नायडु", "vowel-length@final"),
            ("लातविया", "लात्विया", "schwa@medial"),
            ("जमैका", "जमाइका", "diphthong@medial"),
            ("मैक्केन", "मैकेन", "gemination@medial"),
            ("लक्ज़मबर्ग", "लग्ज़मबर्ग", "x-cluster@medial"),
            ("इसराइल", "इसरायल", "i-y@medial"),
            ("ऋतिक", "रितिक", "vocalic-r@initial"),
            ("चिह्न", "चिन्ह", "h-order"),
            ("होंडुरास", "हौण्डुरस", "o-au@medial,a-length@medial"),
        ] {
            assert_eq!(classes(a, b).as_deref(), Some(want), "{a} / {b}");
            assert_eq!(classes(b, a).as_deref(), Some(want), "{b} / {a}");
        }
    }

    #[test]
    fn what_no_class_explains_is_not_aligned() {
        for (a, b) in [
            ("राम", "रोहन"),
            ("अमित", "अमिता"),
            ("लड़का", "लड़के"),
            ("देखे", "देखें"),
            ("कंपनियां", "कंपनियों"),
            ("", "राम"),
        ] {
            assert_eq!(classes(a, b), None, "{a} / {b}");
        }
    }
}
