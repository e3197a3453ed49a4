/** What the extension's own pages say, in both languages. */

import type { Locale } from '../../src/types.ts';
import { WORDS as SHARED, type Words } from '../../src/ui/words.ts';

const WORDS = {
    ...SHARED,
    config: { hi: 'न्यूज़रूम की पसंद (vartani.toml)', en: 'House style (vartani.toml)' },
    actors: { hi: 'नामों की फ़ाइलें', en: 'Actor files' },
    dictionary: { hi: 'अपने शब्द (dictionary.txt)', en: 'Own words (dictionary.txt)' },
    switchOn: { hi: 'इस साइट पर चालू करें', en: 'Switch on for this site' },
    isOn: { hi: 'इस साइट पर चालू है', en: 'On for this site' },
    noSite: { hi: 'यहाँ नहीं चल सकती', en: 'Cannot run here' },
    off: {
        hi: 'चालू करने पर इस साइट में लिखी हिंदी के नीचे निशान दिखेंगे। ख़बर इसी ब्राउज़र में जाँची जाती है।',
        en: 'When on, Hindi written on this site is marked. Everything is checked inside this browser.',
    },
    noField: { hi: 'जिस ख़ाने में हिंदी लिखी हो, उसमें क्लिक करें।', en: 'Click into a field in which Hindi is written.' },
    options: { hi: 'न्यूज़रूम की फ़ाइलें और भाषा', en: 'Newsroom files and language' },
    show: { hi: 'ख़बर में दिखाएँ', en: 'Show in the text' },
    language: { hi: 'संदेशों की भाषा · Language', en: 'Language of messages · भाषा' },
    none: { hi: 'कोई फ़ाइल नहीं', en: 'No file' },
    fromWeb: { hi: 'वेब से फ़ाइल लाएँ', en: 'Fetch a file from the web' },
    fromWebHow: {
        hi: 'फ़ाइल केवल तब लाई जाती है, जब आप यह बटन दबाएँ; अपने आप कभी नहीं। कुकी नहीं भेजी जाती।',
        en: 'A file is fetched only when you press this button, never by itself. No cookies are sent.',
    },
    kind: { hi: 'क्या है', en: 'What it is' },
    address: { hi: 'पता', en: 'Address' },
    fetch: { hi: 'अभी लाएँ', en: 'Fetch now' },
    sites: { hi: 'चालू साइटें', en: 'Sites that are on' },
    noSites: {
        hi: 'कोई साइट चालू नहीं है। साइट खोलकर ऊपर लगे वर्तनी के बटन से चालू करें।',
        en: 'None. Open a site and switch it on by the button of vartani.',
    },
    kept: { hi: 'रख ली गई; बताने को कुछ नहीं।', en: 'Kept; nothing to complain of.' },
    faults: { hi: 'रख ली गई, पर फ़ाइल में ये बातें ठीक नहीं:', en: 'Kept, but the file has these faults:' },
    tooLarge: { hi: 'फ़ाइल बहुत बड़ी है, इसलिए नहीं रखी गई।', en: 'The file is too large and was not kept.' },
    notFetched: { hi: 'फ़ाइल नहीं आ सकी:', en: 'The file could not be fetched:' },
    notAllowed: {
        hi: 'इस पते की इजाज़त नहीं मिली, इसलिए कुछ नहीं लाया गया।',
        en: 'The address was not permitted, so nothing was fetched.',
    },
    privacy: {
        hi: 'ख़बर, नाम और शब्द इसी ब्राउज़र में रहते हैं: vartani कुछ भी कहीं नहीं भेजती। फ़ाइलें और चालू साइटें ब्राउज़र के अपने भंडार (storage.local) में रखी जाती हैं; ख़बरें कहीं नहीं रखी जातीं।',
        en: 'Articles, names and words stay in this browser: vartani sends nothing anywhere. Files and sites are kept in the browser’s own storage (storage.local); articles are not kept at all.',
    },
} satisfies Words;

export type Word = keyof typeof WORDS;

export function say(word: Word, locale: Locale): string {
    return WORDS[word][locale];
}

export function isWord(word: string | undefined): word is Word {
    return word !== undefined && Object.hasOwn(WORDS, word);
}

/** The element of a page with an id, of the kind that it must be. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
    const element = document.getElementById(id);
    if (!(element instanceof kind)) {
        throw new Error(`the page has no ${id}`);
    }
    return element;
}
