/** What a person is told when the checker itself cannot go on. */

import type { Locale } from './types.ts';

type Sentence = Record<Locale, (detail: string) => string>;

const sentences = {
    notLoaded: {
        hi: why => `वर्तनी की जाँच शुरू नहीं हुई (${why}); लिखना चलता रहेगा`,
        en: why => `vartani could not be started (${why}); writing goes on without it`,
    },
    otherVersion: {
        hi: versions => `वर्तनी की फ़ाइलें अलग-अलग संस्करणों की हैं (${versions}); पेज फिर से खोलें`,
        en: versions => `the files of vartani are of different versions (${versions}); load the page again`,
    },
    begunAnew: {
        hi: why => `जाँच बीच में रुकी और फिर से शुरू हुई; पाठ नहीं बदला (${why})`,
        en: why => `vartani stopped and began anew; the text is unchanged (${why})`,
    },
    unread: {
        hi: why => `इस पाठ की जाँच नहीं हो पा रही; लिखना चलता रहेगा (${why})`,
        en: why => `vartani cannot read this text; writing goes on without it (${why})`,
    },
    notOpen: {
        hi: id => `“${id}” नाम का कोई दस्तावेज़ खुला नहीं है`,
        en: id => `no document "${id}" is open`,
    },
    ended: {
        hi: () => 'यह जाँच बंद की जा चुकी है',
        en: () => 'this checker was disposed of',
    },
} satisfies Record<string, Sentence>;

/** A sentence with a detail in a language. */
export function say(what: keyof typeof sentences, locale: Locale, detail = ''): string {
    return sentences[what][locale](detail);
}

/** What went wrong, in words. */
export function reason(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
