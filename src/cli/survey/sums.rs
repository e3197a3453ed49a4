//! Files of sums: what `--counts` writes and `--merge` adds up.
//!
//! JSON Lines. The first line says which form it is and what wrote it; files may be joined end to end, so that line may come again.

use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::input::Lines;
use crate::cli::failure::Failure;
use crate::diagnostics::survey::{Counts, Row, RowFault};
use crate::newsroom::Message;
use crate::newsroom::data_day::data_day;

/// The number of the form. It rises when a line comes to mean something else.
const FORM: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Head {
    /// The number of the form.
    survey: u32,
    /// The version of the program.
    vartani: String,
    /// The last day for which its names and offices are known.
    data: String,
}

/// Writes sums.
///
/// # Errors
/// They cannot be written.
pub fn write(counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let head =
        Head { survey: FORM, vartani: env!("CARGO_PKG_VERSION").to_owned(), data: data_day().to_string() };
    writeln!(out, "{}", serde_json::to_string(&head)?)?;
    for row in counts.rows() {
        writeln!(out, "{}", serde_json::to_string(&row)?)?;
    }
    Ok(())
}

/// Adds the sums of a file.
///
/// # Errors
/// It cannot be read, or a line of it is no sum.
pub fn add(path: &Path, counts: &mut Counts) -> Result<(), Failure> {
    let mut lines = Lines::open(path)?;
    let mut is_begun = false;
    loop {
        let batch = lines.next_batch()?;
        if batch.is_empty() {
            break;
        }
        for (number, line) in batch {
            let place = format!("{}:{number}", path.display());
            let line = line.map_err(|fault| at(&place, &fault))?;
            if let Ok(head) = serde_json::from_str::<Head>(&line) {
                is_begun = true;
                if head.survey > FORM {
                    return Err(newer(&place, &head.vartani).into());
                }
            } else if is_begun {
                let row: Row = serde_json::from_str(&line).map_err(|_| no_sum(&place))?;
                counts.add_row(row).map_err(|fault| wrong(&place, fault))?;
            } else {
                return Err(no_sum(&place).into());
            }
        }
    }
    Ok(())
}

fn at(place: &str, fault: &Message) -> Message {
    Message::new(format!("{place}: {}", fault.hi), format!("{place}: {}", fault.en))
}

fn no_sum(place: &str) -> Message {
    Message::new(
        format!("{place}: यह `vartani survey --counts` की पंक्ति नहीं है"),
        format!("{place}: this is not a line of `vartani survey --counts`"),
    )
}

fn wrong(place: &str, fault: RowFault) -> Message {
    let (hi, en) = match fault {
        RowFault::Month => ("`month` ऐसा हो: 2025-03, या ख़ाली", "`month` must be like 2025-03, or empty"),
        RowFault::First => ("`first` ऐसा हो: 2025-03-12", "`first` must be like 2025-03-12"),
    };
    Message::new(format!("{place}: {hi}"), format!("{place}: {en}"))
}

fn newer(place: &str, version: &str) -> Message {
    Message::new(
        format!("{place}: यह फ़ाइल vartani {version} की है, जो इससे नई है; उसी से जोड़ें"),
        format!("{place}: vartani {version}, which is newer than this, wrote this file; merge with that"),
    )
}
