/** What is said of a text with marks, in both languages. */

import type { Locale } from '../types.ts';

const SENTENCES = {
    unavailable: {
        hi: 'वर्तनी यहाँ नहीं चल पाई; लिखना पहले की तरह चलता रहेगा।',
        en: 'vartani could not start here; the field works as before.',
    },
    noHighlights: {
        hi: 'यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता; लिखना पहले की तरह चलता रहेगा।',
        en: 'This browser cannot mark words in place; writing goes on as before.',
    },
    tooLong: {
        hi: 'यह ख़बर जाँचने के लिए बहुत लंबी है; लिखना पहले की तरह चलता रहेगा।',
        en: 'This text is too long to be checked; the field works as before.',
    },
    notWritten: {
        hi: 'इस बीच ख़बर बदल गई या पेज ने बदलने नहीं दिया, इसलिए यह सुधार नहीं हुआ।',
        en: 'The fix was not made: the text has changed, or the page refused it.',
    },
} as const satisfies Record<string, Record<Locale, string>>;

export type Sentence = keyof typeof SENTENCES;

export function sentence(name: Sentence, locale: Locale): string {
    return SENTENCES[name][locale];
}
