import type { Locale, Severity } from '../types.ts';

const SEVERITIES: Record<Severity, Record<Locale, string>> = {
    error: { hi: 'ग़लती', en: 'error' },
    warning: { hi: 'चेतावनी', en: 'warning' },
    information: { hi: 'सूचना', en: 'information' },
    hint: { hi: 'संकेत', en: 'hint' },
};

/** All severities, the gravest first. */
export const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The name of a severity. */
export function severityName(severity: Severity, locale: Locale): string {
    return SEVERITIES[severity][locale];
}

/** What the page and the extension both say: of cards, of lists, of the newsroom's files. */
export const WORDS = {
    safe: { hi: 'पक्का सुधार', en: 'safe fix' },
    alsoHere: { hi: 'यह भी देखें', en: 'See also' },
    noMarks: { hi: 'कोई निशान नहीं।', en: 'No marks.' },
    marks: { hi: 'निशान', en: 'Marks' },
    files: { hi: 'न्यूज़रूम की फ़ाइलें', en: 'Files of the newsroom' },
    chooseFiles: { hi: 'फ़ाइलें चुनें', en: 'Choose files' },
    remove: { hi: 'हटाएँ', en: 'Remove' },
    safeFixes: { hi: 'पक्के सुधार करें', en: 'Make the safe fixes' },
} satisfies Words;

/** Names of what is said, each in both languages. */
export type Words = Record<string, Record<Locale, string>>;
