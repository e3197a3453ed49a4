import type { Locale } from '../src/types.ts';
import { WORDS as SHARED, type Words as Table } from '../src/ui/words.ts';

/** What the page says. An element with `data-say="name"` gets the words of that name, `data-say-label` its `aria-label`. */
export const WORDS = {
    ...SHARED,
    close: { hi: 'बंद करें', en: 'Close' },
    houseStyle: { hi: 'न्यूज़रूम की पसंद', en: 'house style' },
    actors: { hi: 'नामों की फ़ाइल', en: 'actor file' },
    dictionary: { hi: 'अपने शब्द', en: 'own words' },
    title: { hi: 'वर्तनी: हिंदी ख़बर की जाँच', en: 'vartani: a check for Hindi news' },
    tagline: { hi: 'ख़बर की दूसरी नज़र', en: 'A second look at Hindi news' },
    toArticle: { hi: 'सीधे ख़बर पर जाएँ', en: 'Skip to the article' },
    otherLanguage: { hi: 'English', en: 'हिंदी' },
    theme: { hi: 'रंग', en: 'Colours' },
    themeAuto: { hi: 'अपने-आप', en: 'automatic' },
    themeLight: { hi: 'उजला', en: 'light' },
    themeDark: { hi: 'गहरा', en: 'dark' },
    article: { hi: 'ख़बर', en: 'Article' },
    placeholder: { hi: 'यहाँ ख़बर लिखें या चिपकाएँ …', en: 'Write or paste an article in Hindi …' },
    dateline: { hi: 'ख़बर की तारीख़', en: 'Date of the article' },
    datelineHelp: {
        hi: 'जब ख़बर ख़ुद अपनी तारीख़ न बताए',
        en: 'where the article does not give its date',
    },
    format: { hi: 'रूप', en: 'Format' },
    plain: { hi: '.txt', en: '.txt' },
    copy: { hi: 'ख़बर कॉपी करें', en: 'Copy the article' },
    print: { hi: 'छापें', en: 'Print' },
    card: { hi: 'यहाँ का निशान', en: 'The mark here' },
    loading: { hi: 'शब्दकोश खुल रहा है …', en: 'Opening the dictionary …' },
    noText: { hi: 'लिखते ही निशान यहाँ आएँगे।', en: 'Marks appear here as you write.' },
    keys: {
        hi: 'F8 अगला निशान, Shift+F8 पिछला, Ctrl+. उसका कार्ड, Ctrl+Z वापस',
        en: 'F8 next mark, Shift+F8 previous, Ctrl+. its card, Ctrl+Z undo',
    },
    filesHelp: {
        hi: 'न्यूज़रूम की पसंद (vartani.toml), नामों की फ़ाइलें (.toml) और अपने शब्द (dictionary.txt) यहाँ छोड़ें या चुनें। वे इसी ब्राउज़र में रहती हैं।',
        en: 'Drop or choose the house style (vartani.toml), actor files (.toml) and your own words (dictionary.txt). They stay in this browser.',
    },
    dropHere: { hi: 'फ़ाइलें यहाँ छोड़ें', en: 'Drop the files here' },
    draft: { hi: 'मसौदा', en: 'Draft' },
    keepDraft: { hi: 'मसौदा इसी ब्राउज़र में रखें', en: 'Keep the draft in this browser' },
    forgetDraft: { hi: 'मसौदा भूल जाएँ', en: 'Forget the draft' },
    draftHelp: {
        hi: 'पन्ना बंद हो जाए तो भी ख़बर मिल जाएगी। यह कंप्यूटर और लोग भी चलाते हों तो काम के बाद इसे भुला दें।',
        en: 'The article survives a reload. If others use this computer, forget it when you are done.',
    },
    forgotten: {
        hi: 'मसौदा भुला दिया गया; ख़बर पन्ने पर बनी हुई है।',
        en: 'The draft is forgotten; the article is still on the page.',
    },
    draftNotKept: {
        hi: 'यह ब्राउज़र मसौदा नहीं रख पा रहा: पन्ना बंद करने से पहले ख़बर कॉपी कर लें।',
        en: 'This browser cannot keep the draft: copy the article before you close the page.',
    },
    filesNotKept: {
        hi: 'यह ब्राउज़र इतनी बड़ी फ़ाइलें नहीं रख पा रहा: अगली बार फिर से दें।',
        en: 'This browser cannot keep files as large as these: give them again next time.',
    },
    privacy: {
        hi: 'आपकी ख़बर और फ़ाइलें इस ब्राउज़र से बाहर नहीं जातीं: जाँच यहीं होती है, बिना इंटरनेट के भी।',
        en: 'Your article and your files never leave this browser: the check runs here, without the internet too.',
    },
    copied: { hi: 'ख़बर कॉपी हो गई।', en: 'The article is copied.' },
    notCopied: {
        hi: 'कॉपी नहीं हो पाई: ख़बर में Ctrl+A और Ctrl+C दबाएँ।',
        en: 'Could not copy: press Ctrl+A and Ctrl+C in the article.',
    },
    noSafeFixes: { hi: 'कोई पक्का सुधार नहीं है।', en: 'There are no safe fixes.' },
    notFixed: {
        hi: 'सुधार नहीं हो पाया; ख़बर जैसी थी वैसी ही है।',
        en: 'The fix could not be made; the article is as it was.',
    },
    moved: {
        hi: 'ख़बर इस बीच बदल गई: निशान फिर से देख लें।',
        en: 'The article has changed meanwhile: look at the mark again.',
    },
    noChecker: {
        hi: 'निशान नहीं लग पा रहे; लिखना चलता रहेगा। पन्ना फिर से खोलें।',
        en: 'Marks are off; writing goes on. Load the page again.',
    },
    noHighlights: {
        hi: 'यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता: सब निशान सूची में हैं, वहाँ से शब्द तक पहुँचें।',
        en: 'This browser cannot mark words in the text: all marks are in the list, which leads to the words.',
    },
} satisfies Table;

/** The name of something that the page says. */
export type Words = keyof typeof WORDS;

/** Says all that an element's attributes name, in a language. */
export function sayAll(root: ParentNode, locale: Locale): void {
    for (const element of root.querySelectorAll<HTMLElement>('[data-say]')) {
        element.textContent = named(element.dataset.say, locale);
    }
    for (const element of root.querySelectorAll<HTMLElement>('[data-say-label]')) {
        element.setAttribute('aria-label', named(element.dataset.sayLabel, locale));
    }
    for (const element of root.querySelectorAll<HTMLElement>('[data-say-placeholder]')) {
        element.dataset.placeholder = named(element.dataset.sayPlaceholder, locale);
        element.setAttribute('aria-placeholder', element.dataset.placeholder);
    }
}

function named(name: string | undefined, locale: Locale): string {
    return name !== undefined && name in WORDS ? WORDS[name as Words][locale] : '';
}
