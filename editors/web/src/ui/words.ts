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

/** What cards and lists say by themselves. */
export const WORDS = {
    safe: { hi: 'पक्का सुधार', en: 'safe fix' },
    alsoHere: { hi: 'यह भी देखें', en: 'See also' },
    noMarks: { hi: 'कोई निशान नहीं', en: 'No marks' },
    marks: { hi: 'निशान', en: 'Marks' },
    close: { hi: 'बंद करें', en: 'Close' },
} satisfies Record<string, Record<Locale, string>>;
