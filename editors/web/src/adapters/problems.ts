import type { Locale } from '../types.ts';

/** What an editor's user is told when something is off. */
export const PROBLEMS = {
    unavailable: {
        hi: 'वर्तनी यहाँ नहीं चल पाई; लिखना पहले की तरह चलता रहेगा।',
        en: 'vartani could not start here; the editor works as before.',
    },
    noHighlights: {
        hi: 'यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता; लिखना पहले की तरह चलता रहेगा।',
        en: 'This browser cannot mark words in place; the editor works as before.',
    },
} as const satisfies Record<string, Record<Locale, string>>;
