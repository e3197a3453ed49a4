import type { AdapterOptions } from './options.ts';

const SENTENCE = {
    hi: 'यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता; लिखना पहले की तरह चलता रहेगा।',
    en: 'This browser cannot mark words in place; the editor works as before.',
};

/** Says that this browser has no CSS Custom Highlight API. */
export function tellNoHighlights(options: AdapterOptions): void {
    options.onProblem?.(SENTENCE[options.locale ?? 'hi']);
}
