//! The words of the calendar and of the clock, from `data/calendar/`, and dates put into words.

use jiff::civil::Date;

use super::{Locale, PartialDate};

/// What a word says in an expression of time.
///
/// One word has one class; a grammar decides what it means where it stands (पहले is [`CalendarWord::Ago`],
/// and the first before a weekday).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarWord {
    /// A month, 1 to 12.
    Month(i8),
    /// A month cut short, as beside a day: सित.
    ShortMonth(i8),
    /// A day of the week, 1 (Monday) to 7 (Sunday).
    Weekday(i8),
    /// A weekday without वार, as beside a date: बुध.
    ShortWeekday(i8),
    /// A number, 0 to 99.
    Number(i8),
    /// What the number before it is multiplied by: सौ, हज़ार.
    Scale(u32),
    /// A part of one, by itself or before a number: डेढ़, साढ़े.
    Fraction(Fraction),
    /// A place in a row, -1 for the last.
    Ordinal(i8),
    /// What makes a place in a row of a figure: वीं of 21वीं.
    OrdinalEnding,
    /// A measure of time.
    Unit(Unit),
    /// So many of a unit long: दिवसीय.
    Lasting(Unit),
    /// Once in a unit: रोज़, साप्ताहिक.
    Often(Unit),
    /// So many days from today in either direction: आज, कल, परसों.
    Near(i8),
    /// A part of the day.
    DayPart(DayPart),
    /// Which of several: इस, पिछले, आगामी.
    Shift(Shift),
    /// आने, which with वाले is a [`Shift::Coming`].
    Arriving,
    /// कुछ, कई.
    Some,
    /// हर, प्रत्येक.
    Every,
    /// भर, as in साल भर.
    Throughout,
    /// पहले, पूर्व.
    Ago,
    /// बाद, पश्चात.
    Later,
    /// बजे.
    Oclock,
    /// बजकर, before minutes past the hour.
    OclockPast,
    /// बजने, before minutes that lack to the hour.
    OclockTo,
    /// देर, as in देर रात.
    Late,
    /// The zone of a clock: IST, जीएमटी.
    Zone,
    /// AM or PM.
    Meridiem(DayPart),
    /// पूरे, as in पूरे दिन.
    Whole,
    /// अब, as in अब से दो दिन बाद.
    Now,
    /// तारीख़, दिनांक.
    DayNumber,
    /// ई., ईस्वी.
    Era,
    /// ईसा, as in ईसा पूर्व.
    Christ,
    /// सन.
    YearWord,
    /// शुरुआत, मध्य.
    Edge,
    /// अंत, आख़िर.
    EdgeLast,
    /// वित्त or वित्तीय, before वर्ष.
    Fiscal,
    /// शैक्षणिक, before वर्ष or सत्र.
    Academic,
    /// सत्र.
    Session,
    /// का, के, की.
    Of,
    /// से.
    From,
    /// तक.
    Until,
    /// और, व, या.
    And,
    /// में.
    In,
    /// को, पर.
    On,
    /// बीच.
    Between,
    /// वाला, वाले, वाली.
    Vala,
    /// यानी.
    ThatIs,
    /// ठीक, केवल: changes no value.
    About,
    /// लगभग, क़रीब: gives a value roughly.
    Roughly,
    /// A season: गर्मियों.
    Season(Season),
    /// Heat or cold, a season only with मौसम behind it: गर्मी.
    Weather(Season),
    /// मौसम, ऋतु.
    SeasonWord,
    /// All of a unit, in one word: सालभर.
    All(Unit),
    /// So many days long, in one word: त्रिदिवसीय.
    DaysLong(i8),
    /// Now: फ़िलहाल.
    Present,
    /// वित्तवर्ष in one word.
    FiscalYear,
    /// A short name of the fiscal year: FY.
    FiscalShort,
    /// Before the number of a quarter or half: Q of Q3.
    PartLetter(Unit),
    /// दौर, like a decade.
    Period,
    /// इसके, उससे: of what was told before.
    Thereof,
    /// बार, as in दो बार.
    Times,
    /// संवत, हिजरी: what stands with it is no Gregorian year.
    OtherEra,
    /// A month of another calendar.
    OtherMonth,
    /// A number after it is a number of something: धारा.
    Numbered,
    /// Figures with strokes after it are its number: याचिका 30/02/2024.
    Reference,
    /// Before the name of a day it is no part of it: परेड.
    Occasion,
    /// Before the name of a day it makes it another: वीर.
    Qualifier,
    /// Before मार्च: a march, no month.
    March,
    /// After a number: no year.
    Counted,
    /// A year goes with it: चुनाव 2024.
    OfAYear,
    /// रोटी: दो जून की रोटी is two meals a day.
    Meal,
    /// ने: the verb of the clause is past.
    Agent,
}

impl CalendarWord {
    /// Whether it is the whole name of a month or weekday.
    pub fn is_month_or_weekday(self) -> bool {
        matches!(self, CalendarWord::Month(_) | CalendarWord::Weekday(_))
    }
}

/// A measure of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

/// Which of the units or days in a row is meant, seen from the dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shift {
    /// इस, चालू: the one that holds the dateline.
    This,
    /// उस: the one told of.
    That,
    /// No word says which, as in महीने के अंत: what is to come is of this one.
    Unsaid,
    /// No word says which, as in सप्ताहांत पर: the nearest where the clause looks.
    Nearest,
    /// पिछले: the one before.
    Last,
    /// बीते, गत: the nearest before.
    Past,
    /// अगले: the one after.
    Next,
    /// आगामी: the nearest after.
    Coming,
}

/// A part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fraction {
    /// आधा: ½.
    Half,
    /// पौन: ¾.
    ThreeQuarters,
    /// डेढ़: 1½.
    OneAndAHalf,
    /// ढाई: 2½.
    TwoAndAHalf,
    /// साढ़े: ½ more than the number after it.
    HalfMore,
    /// सवा: ¼ more.
    QuarterMore,
    /// पौने: ¼ less.
    QuarterLess,
}

/// In which direction of time a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// कहा, गया, था.
    Past,
    /// होगा, करेंगे.
    Future,
    /// होना, करनी: to come with है behind.
    Due,
}

/// How a word makes its clause stand to the day that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// तय, प्रस्तावित: a past verb with it may speak of a day to come.
    Plan,
    /// फ़ैसला, निर्देश: a plan, if a light verb makes a predicate of it.
    Resolve,
    /// यदि: it may not be so.
    Condition,
    /// अनुसार: others say so.
    Report,
    /// दर्ज: an attribute of what is named behind it.
    Done,
    /// शुरू: what begins on a day.
    Begin,
}

// `static WORDS: &[(&str, CalendarWord)]`, sorted by orthographic key; `static TENSES` and
// `static STANCES` likewise;
// `MONTHS` and `WEEKDAYS`: the preferred spellings in order.
include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// The calendar word with this orthographic key.
pub fn word(key: &str) -> Option<CalendarWord> {
    WORDS.binary_search_by_key(&key, |(word, _)| word).ok().map(|i| WORDS[i].1)
}

/// The tense of a verb form by its orthographic key, where it is plain.
pub fn tense(key: &str) -> Option<Tense> {
    if let Ok(known) = TENSES.binary_search_by_key(&key, |(word, _)| word) {
        return TENSES[known].1;
    }
    let (stem, ending) =
        ["गा", "गे", "गी"].iter().find_map(|ending| Some((key.strip_suffix(ending)?, *ending)))?;
    // करेंगे, लूँगा, जाएँगे; not गंगा or दरभंगा
    let is_plural = stem
        .strip_suffix('ं')
        .is_some_and(|stem| stem.ends_with(['े', 'ए', 'ो', 'ओ', 'ू', 'ऊ']) && stem.chars().count() > 1);
    // करोगे; not योगी or सहयोगी
    let is_of_you = ending == "गे" && stem.ends_with(['ो', 'ओ']);
    let is_singular = stem.ends_with(['े', 'ए']) || stem == "हो" || is_of_you;
    (is_plural || is_singular).then_some(Tense::Future)
}

/// How the word with this orthographic key makes its clause stand to a day.
pub fn stance(key: &str) -> Option<Stance> {
    STANCES.binary_search_by_key(&key, |(word, _)| word).ok().map(|i| STANCES[i].1)
}

/// The preferred spelling of a month, 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    MONTHS[month as usize - 1]
}

/// The preferred spelling of a weekday, 1 (Monday) to 7 (Sunday).
pub fn weekday_name(weekday: i8) -> &'static str {
    WEEKDAYS[weekday as usize - 1]
}

/// `12 मार्च 2025`, `12 March 2025`.
pub fn date_in_words(day: Date, locale: Locale) -> String {
    match locale {
        Locale::Hi => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
        Locale::En => day.strftime("%-d %B %Y").to_string(),
    }
}

/// A date as far as it is known: `7 मई 2012`, `मई 2012`, `2012`.
pub fn partial_in_words(known: PartialDate, locale: Locale) -> String {
    let first = known.earliest();
    match (known.month, known.day, locale) {
        (0, ..) => known.year.to_string(),
        (month, 0, Locale::Hi) => format!("{} {}", month_name(month), known.year),
        (_, 0, Locale::En) => first.strftime("%B %Y").to_string(),
        _ => date_in_words(first, locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    fn known(word: &str) -> Option<CalendarWord> {
        super::word(&orthographic(word))
    }

    #[test]
    fn months_and_weekdays_are_known_in_all_spellings() {
        for (written, meant) in [
            ("फरवरी", CalendarWord::Month(2)),
            ("फ़रवरी", CalendarWord::Month(2)),
            ("सितम्बर", CalendarWord::Month(9)),
            ("अक्तूबर", CalendarWord::Month(10)),
            ("वीरवार", CalendarWord::Weekday(4)),
            ("इतवार", CalendarWord::Weekday(7)),
        ] {
            assert_eq!(known(written), Some(meant), "{written}");
        }
        assert_eq!(known("मंगल"), Some(CalendarWord::ShortWeekday(2)), "no weekday by itself");
        assert_eq!((month_name(9), weekday_name(4)), ("सितंबर", "गुरुवार"));
    }

    #[test]
    fn a_date_is_said_as_exactly_as_it_is_known() {
        let say = |date: &str, locale| partial_in_words(date.parse().unwrap(), locale);
        assert_eq!(say("2012-05-07", Locale::Hi), "7 मई 2012");
        assert_eq!(say("2012-05", Locale::Hi), "मई 2012");
        assert_eq!(say("2012-05", Locale::En), "May 2012");
        assert_eq!(say("2012", Locale::En), "2012");
    }

    #[test]
    fn every_number_to_99_has_a_word_and_an_ordinal() {
        for number in 0..=99 {
            let is_known = |word: CalendarWord| WORDS.iter().any(|entry| entry.1 == word);
            assert!(is_known(CalendarWord::Number(number)), "{number}");
            assert!(number == 0 || is_known(CalendarWord::Ordinal(number)) || number == 1, "{number}th");
        }
        for (written, meant) in [
            ("पाँच", CalendarWord::Number(5)),
            ("छः", CalendarWord::Number(6)),
            ("पन्द्रह", CalendarWord::Number(15)),
            ("उनतालीस", CalendarWord::Number(39)),
            ("उन्यासी", CalendarWord::Number(79)),
            ("नवासी", CalendarWord::Number(89)),
            ("पाँचवीं", CalendarWord::Ordinal(5)),
            ("उन्नीसवीं", CalendarWord::Ordinal(19)),
            ("इक्कीसवीं", CalendarWord::Ordinal(21)),
        ] {
            assert_eq!(known(written), Some(meant), "{written}");
        }
    }

    #[test]
    fn a_verb_shows_its_tense() {
        let tense = |w: &str| super::tense(&orthographic(w));
        assert_eq!(
            (tense("कहा"), tense("जाएगा"), tense("जायेगी"), tense("है")),
            (Some(Tense::Past), Some(Tense::Future), Some(Tense::Future), None)
        );
        for noun in ["गंगा", "दरभंगा", "योगी", "सहयोगी", "रोगी", "ओडिंगा", "मेगा", "नेगी", "तिरंगा"]
        {
            assert_eq!(tense(noun), None, "{noun}");
        }
        for verb in ["होगी", "लूँगा", "जाएँगे", "करोगे", "देगा", "होंगे"]
        {
            assert_eq!(tense(verb), Some(Tense::Future), "{verb}");
        }
        assert_eq!((tense("आगे"), tense("जागे"), tense("लगे")), (None, None, Some(Tense::Past)));
    }
}
