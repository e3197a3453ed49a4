//! Whether two spellings are one name or word.
//!
//! Evidence, not distance: both words are parsed into sounds, aligned, and every difference
//! is given a class from one table ([`CLASSES`]) with its weight. The sum is held against what the length
//! of the word carries, and grammar and the lexicon say when to keep silent. [`sound_keys`] finds the
//! pairs worth comparing, and the gazetteers have the last word on the names they know.
//!
//! Pure functions of their arguments: nothing is read, nothing remembered.

mod align;
mod class;
mod compare;
mod comparison;
mod evidence;
mod full_name;
mod initials;
mod key;
mod known;
mod morphology;
mod phrase;
mod prepared;
mod score;
mod sounds;
mod substitution;
mod veto;

pub use align::Difference;
pub use class::{CLASSES, Class, Level, NEVER, Position, Row};
pub use compare::compare;
pub use comparison::{Comparison, Listed, Reason};
pub use evidence::{CEILING, PER_SOUND};
pub use key::{SoundKeys, sound_keys};
pub use morphology::Derivation;
pub use prepared::Prepared;
pub use veto::{VETOES, Veto, VetoRow};
