//! Results of the Wikidata query service as JSON, read one by one: `{"results": {"bindings": [{…}, …]}}`.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::row::Row;
use super::table::cut_off;
use crate::newsroom::Message;

/// One value of a result.
#[derive(Deserialize)]
struct Cell {
    value: String,
}

/// Reads results and hands on each as a row.
///
/// # Errors
/// The line and what is wrong in it; or what `take` said.
pub(super) fn read(file: impl Read, take: &mut dyn FnMut(Row) -> io::Result<()>) -> io::Result<()> {
    let mut failed = None;
    let mut found = 0_u64;
    let mut each = |cells: BTreeMap<String, Cell>| {
        found += 1;
        let cell = |name: &str| cells.get(name).map(|cell| cell.value.as_str());
        let place = Message::new(format!("नतीजा {found}"), format!("result {found}"));
        take(Row::of(place, cell)).map_err(|error| failed = Some(error))
    };
    let mut json = serde_json::Deserializer::from_reader(file);
    let read = Within { path: &["results", "bindings"], each: &mut each }.deserialize(&mut json);
    let read = read.and_then(|()| json.end());
    match (failed, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => {
            let told = if error.is_eof() {
                cut_off(error.line())
            } else {
                Message::new(
                    format!("{}: यह Wikidata query service का नतीजा नहीं है, या टूटा हुआ है", error.line()),
                    format!("{}: {error}", error.line()),
                )
            };
            Err(io::Error::other(told))
        }
    }
}

/// Looks for a list of results under some keys.
struct Within<'a, F> {
    path: &'static [&'static str],
    each: &'a mut F,
}

impl<'de, F: FnMut(BTreeMap<String, Cell>) -> Result<(), ()>> DeserializeSeed<'de> for Within<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.path.is_empty() {
            deserializer.deserialize_seq(self)
        } else {
            deserializer.deserialize_map(self)
        }
    }
}

impl<'de, F: FnMut(BTreeMap<String, Cell>) -> Result<(), ()>> Visitor<'de> for Within<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("results of the Wikidata query service")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (key, rest) = self.path.split_first().ok_or_else(|| A::Error::custom("no list of results"))?;
        let mut is_found = false;
        while let Some(found) = map.next_key::<String>()? {
            if found == *key {
                is_found = true;
                map.next_value_seed(Within { path: rest, each: &mut *self.each })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        if is_found {
            Ok(())
        } else {
            Err(A::Error::custom(format!("there is no \"{key}\": this is no query result")))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(result) = seq.next_element()? {
            (self.each)(result).map_err(|()| A::Error::custom("stopped"))?;
        }
        Ok(())
    }
}
