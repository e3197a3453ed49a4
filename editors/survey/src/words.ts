// What the page says, in both languages.
import type { Locale, Title } from './data.ts';

const WORDS = {
    title: { hi: 'वर्तनी का सर्वेक्षण', en: 'Spelling survey' },
    articles: { hi: 'ख़बरें', en: 'articles' },
    words: { hi: 'शब्द', en: 'words' },
    desk: { hi: 'डेस्क', en: 'Desk' },
    allDesks: { hi: 'सब डेस्क', en: 'All desks' },
    noDesk: { hi: '(डेस्क नहीं)', en: '(no desk)' },
    noMonth: { hi: '(तारीख़ नहीं)', en: '(no date)' },
    language: { hi: 'English', en: 'हिंदी' },
    filter: { hi: 'खोजें', en: 'Filter' },
    overview: { hi: 'महीने और डेस्क से ख़बरें', en: 'Articles by month and desk' },
    schools: { hi: 'वर्तनी के ढंग', en: 'Schools of spelling' },
    schoolsHelp: {
        hi: 'दोनों ढंग सही हैं; यहाँ दिखता है कि किस महीने और किस डेस्क पर कौन-सा चला।',
        en: 'Both sides are right; this shows which one is used when and where.',
    },
    names: { hi: 'नाम', en: 'Names' },
    unlisted: { hi: 'सूची से बाहर', en: 'Unlisted names' },
    dividedWords: { hi: 'शब्द', en: 'Words' },
    pairs: { hi: 'जोड़े', en: 'Pairs' },
    habits: { hi: 'अंक, उद्धरण, तारीख़', en: 'Digits, quotes, dates' },
    rules: { hi: 'नियमों के निशान', en: 'Marks of rules' },
    newNames: { hi: 'नए नाम', en: 'New names' },
    what: { hi: 'क्या', en: 'What' },
    spellings: { hi: 'कैसे लिखा गया', en: 'Spellings' },
    uses: { hi: 'बार', en: 'Uses' },
    other: { hi: 'दूसरी तरह', en: 'Otherwise' },
    share: { hi: 'दूसरी तरह %', en: 'Otherwise %' },
    rule: { hi: 'नियम', en: 'Rule' },
    marks: { hi: 'निशान', en: 'Marks' },
    first: { hi: 'पहली बार', en: 'First' },
    name: { hi: 'नाम', en: 'Name' },
    example: { hi: 'वाक्य', en: 'Sentence' },
    byMonth: { hi: 'महीने से', en: 'By month' },
    byDesk: { hi: 'डेस्क से', en: 'By desk' },
    examples: { hi: 'सबसे नए वाक्य', en: 'Newest sentences' },
    nothing: { hi: 'यहाँ कुछ नहीं मिला।', en: 'Nothing found here.' },
    usesAxis: { hi: 'बार', en: 'uses' },
    omitted: {
        hi: 'तालिकाओं की इतनी पंक्तियाँ इस पन्ने में नहीं हैं; वे --format csv में हैं:',
        en: 'Lines of tables that are not on this page but in --format csv:',
    },
    more: { hi: 'और दिखाएँ', en: 'Show more' },
    madeBy: { hi: 'बनाया गया:', en: 'Made by' },
} satisfies Record<string, Title>;

export type Word = keyof typeof WORDS;

let locale: Locale = 'hi';

export function speak(wanted: Locale): void {
    locale = wanted;
}

export function spoken(): Locale {
    return locale;
}

/** A word of the page in the language that is spoken. */
export function say(word: Word): string {
    return WORDS[word][locale];
}

/** A text in the language that is spoken; `otherwise` where there is none. */
export function titled(title: Title | null, otherwise: string): string {
    return title?.[locale] ?? otherwise;
}

/** A number with the separators of the language. */
export function number(value: number): string {
    return value.toLocaleString(locale === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN');
}
