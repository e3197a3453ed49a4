//! Files of places: TSV, one row a place, as `data/README.md` describes them.

use super::actor::{Actor, Form, Kind, Name, Spelling};
use super::{Fault, Message};

/// What a row of places is called in the sentences about it.
const COLUMNS: usize = 8;

/// The places of a file named `stem`, and what is wrong in it. A row with a fault is left out, the others stay.
pub fn parse(stem: &str, text: &str) -> (Vec<Actor>, Vec<Fault>) {
    let (mut places, mut faults) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        if !row.is_empty() && !row.starts_with('#') && !row.starts_with("id\t") {
            match place(stem, row) {
                Ok(place) => places.push(place),
                Err(message) => faults.push(Fault::new(text, start..start + row.len(), message)),
            }
        }
        start += line.len();
    }
    (places, faults)
}

/// A place from its columns: id, name, latin, spellings, also, in, alone, source.
fn place(stem: &str, row: &str) -> Result<Actor, Message> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [id, name, latin, spellings, also, country, alone, source] = columns[..] else {
        return Err(Message::new(
            format!("पंक्ति में {COLUMNS} खाने चाहिए, {} हैं", columns.len()),
            format!("the row has {} columns, not {COLUMNS}", columns.len()),
        ));
    };
    if id.is_empty() || name.is_empty() {
        return Err(Message::new("जगह का id और नाम, दोनों लिखें", "a place has an id and a name"));
    }
    let alone = match alone {
        "" => true,
        "no" => false,
        other => {
            return Err(Message::new(
                format!("`alone` में “no” लिखें या कुछ नहीं; “{other}” नहीं चलता"),
                format!("`alone` is \"no\" or empty, not \"{other}\""),
            ));
        }
    };
    let list = |cell: &str| {
        cell.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut names = vec![Name { text: name.to_owned(), form: Form::Full, alone }];
    // A name that another place has too: औरंगाबाद?
    names.extend(list(also).into_iter().map(|text| match text.strip_suffix('?') {
        Some(shared) => Name { text: shared.to_owned(), form: Form::Other, alone: false },
        None => Name { text, form: Form::Other, alone },
    }));
    let others = list(spellings);
    let spellings =
        if others.is_empty() { Vec::new() } else { vec![Spelling { of: name.to_owned(), others }] };
    let (of, hi, en) = match stem {
        "countries" => ("का", "देश", "country"),
        "capitals" => ("की", "राजधानी", "capital"),
        "regions-india" => ("का", "राज्य या केंद्रशासित प्रदेश", "state or union territory"),
        "regions-world" => ("का", "क्षेत्र", "region"),
        "districts-india" => ("का", "ज़िला", "district"),
        "nature-and-sites" => ("का", "नदी, पहाड़, सागर या स्थल", "natural feature or site"),
        _ => ("का", "शहर", "city"),
    };
    let (hi, en) = match owner(country) {
        Some((owner_hi, owner_en)) => (format!("{owner_hi} {of} {hi}"), format!("{en} in {owner_en}")),
        None => (hi.to_owned(), en.to_owned()),
    };
    Ok(Actor {
        id: id.to_owned(),
        kind: Kind::Place,
        names,
        latin: list(latin),
        spellings,
        qid: None,
        hi,
        en,
        home: None,
        within: Some(country).filter(|code| !code.is_empty()).map(str::to_owned),
        born: None,
        died: None,
        roles: Vec::new(),
        source: source_called(source).to_owned(),
        as_of: None,
    })
}

/// The Hindi and the Latin name of the country or Indian state with this code (`IN-UP`).
fn owner(code: &str) -> Option<(&'static str, &'static str)> {
    const OFFICES: &str = include_str!("../../data/offices/places.tsv");
    const STATES: &str = include_str!("../../data/places/regions-india.tsv");
    const COUNTRIES: &str = include_str!("../../data/places/countries.tsv");
    let row = |table: &'static str, key: &str| {
        let mut cells = table.lines().map(|line| line.split('\t'));
        cells.find_map(|mut cells| (cells.next() == Some(key)).then_some(cells))
    };
    let id = row(OFFICES, Some(code).filter(|code| !code.is_empty())?)?.next()?;
    let mut names = row(STATES, id).or_else(|| row(COUNTRIES, id))?;
    Some((names.next()?, names.next()?.split(';').next()?))
}

/// Where a row is from, as people call it.
fn source_called(source: &str) -> &str {
    match source {
        "cldr" => "Unicode CLDR",
        "geonames" => "GeoNames",
        "naturalearth" => "Natural Earth",
        "i18n-iso" => "i18n-iso-countries",
        "hand" => "vartani",
        other => other,
    }
}

/// Where the row of `id` stands in a file of places.
pub fn place_of(text: &str, id: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(id).is_some_and(|rest| rest.starts_with('\t')) {
            return Some(start..start + id.len());
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_says_its_state() {
        let (places, _) = parse("districts-india", "saran\tसारण\tSaran\t\t\tIN-BR\t\thand\n");
        assert_eq!((places[0].hi.as_str(), places[0].en.as_str()), ("बिहार का ज़िला", "district in Bihar"));
        let (places, _) = parse("capitals", "moscow\tमॉस्को\tMoscow\t\t\tRU\t\tcldr\n");
        assert_eq!((places[0].hi.as_str(), places[0].source.as_str()), ("रूस की राजधानी", "Unicode CLDR"));
    }

    #[test]
    fn a_row_is_a_place_and_a_broken_row_is_said() {
        let file = "# places\nid\tname\tlatin\tspellings\talso\tin\talone\tsource\n\
                    rampur\tरामपुर\tRampur\tरामपूर\t\tIN\tno\thand\nshort\tरामगढ़\n";
        let (places, faults) = parse("cities-india", file);
        assert_eq!(places.len(), 1);
        assert_eq!((places[0].name(), places[0].hi.as_str()), ("रामपुर", "भारत का शहर"));
        assert!(!places[0].names[0].alone);
        assert_eq!((faults.len(), faults[0].line), (1, 4));
        assert_eq!(faults[0].message.en, "the row has 2 columns, not 8");
        assert_eq!(place_of(file, "rampur").map(|place| &file[place]), Some("rampur"));
    }
}
