//! A newsroom from the texts of its files.

use std::sync::Arc;

use vartani::newsroom::{Config, Dictionary, Fault, Message, Newsroom, OwnActors};
use vartani::rules::Rule;

use crate::message::Options;

/// How faults call the user's own words, which have no file name.
const DICTIONARY: &str = "dictionary";

/// A fault, and the name of the file that it is in.
pub type FileFault = (String, Fault);

/// The newsroom of some files above the shipped `knowledge`, and what is wrong in them. Of a configuration with a fault nothing holds; the other
/// files hold without what is faulty.
pub fn newsroom(options: &Options, knowledge: &Newsroom) -> (Newsroom, Vec<FileFault>) {
    let mut faults = Vec::new();
    let config = match &options.config {
        None => Config::default(),
        Some(file) => Config::parse(&file.text, |rule| Rule::find(rule).is_some()).unwrap_or_else(|found| {
            faults.extend(found.into_iter().map(|fault| (file.name.clone(), fault)));
            Config::default()
        }),
    };
    let dictionary = Dictionary::parse(options.dictionary.as_deref().unwrap_or_default());
    faults.extend(dictionary.faults.into_iter().map(|fault| (DICTIONARY.to_owned(), fault)));
    let shipped = knowledge.clone().with_config(config).with_dictionary(Arc::new(dictionary.words));
    let mut own = OwnActors::default();
    for (number, file) in options.actors.iter().enumerate() {
        let wrong = own.add(number, &file.text);
        let twice = wrong.twice.iter().map(|id| defined_twice(&file.text, id));
        faults.extend(wrong.faults.into_iter().chain(twice).map(|fault| (file.name.clone(), fault)));
    }
    let (actors, wrong) = own.finish(&shipped);
    faults.extend(wrong.into_iter().map(|(number, fault)| (options.actors[number].name.clone(), fault)));
    (shipped.with_actors(&actors), faults)
}

fn defined_twice(text: &str, id: &str) -> Fault {
    let at = text.rfind(&format!("[{id}]")).unwrap_or(0);
    let message = Message::new(
        format!("[{id}] पहले से है; पहले वाला ही चलेगा"),
        format!("[{id}] is defined already; the first one is used"),
    );
    Fault::new(text, at..at, message)
}
