//! Names of countries in Unicode CLDR: `main/hi/territories.json`, with the English file for the Latin names.

use std::collections::BTreeMap;
use std::io;

use serde::Deserialize;

use super::row::Row;
use crate::newsroom::Message;

#[derive(Deserialize)]
struct File {
    main: BTreeMap<String, Language>,
}

#[derive(Deserialize)]
struct Language {
    #[serde(rename = "localeDisplayNames")]
    names: Names,
}

#[derive(Deserialize)]
struct Names {
    territories: BTreeMap<String, String>,
}

/// What follows the code of another name: `GB-alt-short`.
const OTHER_NAME: &str = "-alt-";

/// Reads the countries and hands on each as a row.
///
/// # Errors
/// The line and what is wrong in it; or what `take` said.
pub(super) fn read(
    hindi: &str,
    english: &str,
    take: &mut dyn FnMut(Row) -> io::Result<()>,
) -> io::Result<()> {
    let (hindi, english) = (territories(hindi)?, territories(english)?);
    let is_country = |code: &str| code.len() == 2 && code != "ZZ";
    for (code, name) in hindi.iter().filter(|(code, _)| is_country(code)) {
        let others = hindi.iter().filter(|(key, _)| key.starts_with(&format!("{code}{OTHER_NAME}")));
        let also = others.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(";");
        let cell = |column: &str| match column {
            "name" => Some(name.as_str()),
            "latin" => english.get(code).map(String::as_str),
            "also" => Some(also.as_str()),
            "hi" => Some("देश"),
            "en" => Some("country"),
            _ => None,
        };
        let place = Message::new(format!("देश {code}"), format!("territory {code}"));
        take(Row::of(place, cell))?;
    }
    Ok(())
}

fn territories(text: &str) -> io::Result<BTreeMap<String, String>> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let line = error.line();
        io::Error::other(Message::new(
            format!("{line}: यह CLDR की territories.json नहीं है"),
            format!("{line}: this is no territories.json of CLDR: {error}"),
        ))
    })?;
    let language = file.main.into_values().next();
    language
        .map(|language| language.names.territories)
        .ok_or_else(|| io::Error::other(Message::new("1: इसमें कोई भाषा नहीं है", "1: no language is in it")))
}
