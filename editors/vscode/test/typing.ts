/**
 * What a writer types is what stands in the file, byte for byte: in a fresh VS Code with its default settings, in plain
 * text, once letter by letter and once through an input method, whose half-composed syllables come as edits.
 */

import { strict as assert } from 'node:assert';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { install, serve } from './vscode.ts';
import { until } from './window.ts';
import type { WriterRun } from './writer.ts';

/** A practised writer's pace, in milliseconds. */
const LETTER = 110;

/** Before Enter a writer rests a moment: long enough for any list to open. */
const REST = 400;

/** Ends of lines, and how they are spelt to a phonetic input method. At each a list once opened that changed the word. */
const ENDINGS: [string, string][] = [
    ['नहीं आई', 'nahin aai'],
    ['वोट', 'vot'],
    ['पुल टूटा', 'pul tuta'],
    ['बस रुकी', 'bas ruki'],
    ['जाँच हो', 'janch ho'],
    ['मेला लगा', 'mela laga'],
    ['पानी भरा', 'pani bhara'],
    ['दाम घटे', 'dam ghate'],
    ['सब लौटे', 'sab laute'],
    ['रात को', 'rat ko'],
    ['गाड़ी चली', 'gadi chali'],
    ['सड़क पर', 'sadak par'],
    ['काम रुका', 'kam ruka'],
    ['बात की', 'bat ki'],
    ['खेत सूखे', 'khet sukhe'],
    ['धूप निकली', 'dhup nikli'],
    ['आज नहीं', 'aaj nahin'],
    ['बारिश थमी', 'barish thami'],
];

/** An ordinary piece of news, from which as many words are taken as are wanted. */
const ARTICLE = [
    'शहर की पुरानी सब्ज़ी मंडी में सोमवार से दुकानें सुबह पाँच बजे खुलेंगी।',
    'व्यापारियों ने बताया कि गर्मी बढ़ने से दोपहर तक सब्ज़ियाँ मुरझाने लगती हैं और ग्राहक भी कम आते हैं।',
    'नगर निगम ने मंडी के भीतर पानी की दो नई टंकियाँ लगवाई हैं और नालियों की सफ़ाई का काम शुरू किया है।',
    'किसानों का कहना है कि टमाटर और भिंडी के दाम इस बार ठीक रहे, पर ढुलाई का ख़र्च बढ़ गया है।',
    'मंडी समिति के सचिव ने कहा कि रविवार को सब दुकानें बंद रहेंगी ताकि मरम्मत का काम हो सके।',
];

/** How letters get into the editor. */
interface Hand {
    what: string;
    write: (keyboard: Keyboard, devanagari: string, latin: string | undefined) => Promise<void>;
}

/** A keyboard whose keys have Devanagari letters, and the channel of an input method. */
interface Keyboard {
    page: Page;
    session: CDPSession;
}

const HANDS: Hand[] = [
    {
        what: 'letter by letter',
        write: async (keyboard, devanagari) => {
            for (const letter of devanagari) {
                await press(keyboard, letter);
            }
        },
    },
    {
        what: 'through a method that composes syllables',
        write: (keyboard, devanagari) => compose(keyboard, devanagari, beginnings),
    },
    {
        what: 'through a method that is spelt to',
        write: async (keyboard, devanagari, latin) => {
            const spelt = latin?.split(' ') ?? [];
            let number = 0;
            await compose(keyboard, devanagari, word => {
                const letters = spelt[number++];
                return letters === undefined ? [word] : beginnings(letters);
            });
        },
    },
];

/** A word as it grows, a key at a time. */
function beginnings(word: string): string[] {
    return Array.from(word, (_, at) =>
        Array.from(word)
            .slice(0, at + 1)
            .join(''),
    );
}

/** Throws where a text is not what was typed, or a list or mark has come up on the way. */
export async function runTyping(browser: Browser, run: WriterRun, words: number): Promise<void> {
    const data = path.join(run.scratch, 'data-typing');
    const folder = path.join(run.scratch, 'typing');
    await mkdir(folder, { recursive: true });
    await install(run.home, data, run.vsix);
    const server = await serve(run.home, data);
    const page = await newPage(browser);
    try {
        for (const [number, hand] of HANDS.entries()) {
            const file = path.join(folder, `${number}.txt`);
            await writeFile(file, '');
            await page.goto(address(server.url, folder, { openFile: remote(server.url, file) }));
            const start = performance.now();
            const seen = await typeAll(page, hand, words, file);
            const seconds = ((performance.now() - start) / 1000).toFixed(0);
            console.log(`ok a writer types ${hand.what} (${seconds} s); lists that opened: ${seen.lists.length}`);
        }
    } catch (error) {
        await page.screenshot({ path: path.join(run.pictures, 'failure-typing.png') });
        throw error;
    } finally {
        await page.context().close();
        server.stop();
    }
}

/** What came up while somebody typed. */
interface Seen {
    /** Each with the line that was being typed and its first entry. */
    lists: { text: string; first: string }[];
    marks: string[];
}

async function typeAll(page: Page, hand: Hand, words: number, file: string): Promise<Seen> {
    await page.locator('.statusbar-item').filter({ hasText: 'वर्तनी' }).waitFor();
    await page.locator('.editor-instance .view-lines').click();
    await watch(page);
    const keyboard = { page, session: await page.context().newCDPSession(page) };
    const typed: string[] = [];
    const write = async (line: string, latin?: string): Promise<void> => {
        await hand.write(keyboard, line, latin);
        await pause(REST);
        await page.keyboard.press('Enter');
        typed.push(line);
    };
    for (const [line, latin] of ENDINGS) {
        await write(line, latin);
    }
    for (const line of article(words)) {
        await write(line);
    }
    const wanted = typed.map(line => `${line}\n`).join('');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    await page.keyboard.press('Control+S');
    await until('the article to be saved', async () => (await readFile(file)).length > 0);
    await pause(REST);
    assert.equal(await readFile(file, 'utf8'), wanted, hand.what);
    // In the middle of a name a list may open, as at सोमवा, if it leaves what is typed; for Latin letters that a method
    // has not turned into Devanagari yet, one may too
    const devanagari = seen.lists.filter(({ text }) => /[\u0900-\u097f]$/u.test(text));
    const changing = devanagari.filter(({ text, first }) => !first.startsWith(text.split(' ').at(-1) ?? ''));
    assert.deepEqual(changing, [], hand.what);
    const whole = new Set(typed.flatMap(line => line.split(' ')));
    const atEnds = seen.lists.filter(({ text }) => whole.has(text.split(' ').at(-1) ?? ''));
    assert.deepEqual(atEnds, [], hand.what);
    assert.deepEqual(seen.marks, [], hand.what);
    return seen;
}

/** The first words of the article, again and again, in its lines. */
function article(words: number): string[] {
    const lines: string[] = [];
    for (let left = words, at = 0; left > 0; at += 1) {
        const line = (ARTICLE[at % ARTICLE.length] ?? '').split(' ').slice(0, left);
        left -= line.length;
        lines.push(line.join(' '));
    }
    return lines;
}

/** A key with this letter on it. */
async function press({ session }: Keyboard, letter: string): Promise<void> {
    await session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        text: letter,
        key: letter,
        unmodifiedText: letter,
    });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
    await pause(LETTER);
}

/** Words through an input method: what is in the making at each step, then the word, then a key for what follows. */
async function compose(keyboard: Keyboard, text: string, steps: (word: string) => string[]): Promise<void> {
    for (const part of text.split(/([ ,।]+)/u).filter(part => part !== '')) {
        if (/^[ ,।]/u.test(part)) {
            for (const letter of part) {
                await press(keyboard, letter);
            }
            continue;
        }
        for (const step of steps(part)) {
            const caret = { selectionStart: step.length, selectionEnd: step.length };
            await keyboard.session.send('Input.imeSetComposition', { text: step, ...caret });
            await pause(LETTER);
        }
        await keyboard.session.send('Input.insertText', { text: part });
        await pause(LETTER);
    }
}

/** Notes whatever list opens from now on, and whatever is underlined. */
async function watch(page: Page): Promise<void> {
    await page.evaluate(() => {
        const seen: Seen = { lists: [], marks: [] };
        new MutationObserver(() => {
            const line = [...document.querySelectorAll<HTMLElement>('.editor-instance .view-line')].at(-1);
            const text = (line?.innerText ?? '').replaceAll('\u00A0', ' ');
            const rows = document.querySelectorAll<HTMLElement>('.suggest-widget.visible .monaco-list-row');
            if (rows.length > 0) {
                const first = rows[0]?.innerText ?? '';
                if (seen.lists.at(-1)?.text !== text) {
                    seen.lists.push({ text, first });
                }
            }
            if (document.querySelector('.squiggly-warning, .squiggly-error, .squiggly-info') !== null) {
                seen.marks.push(text);
            }
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
        Object.assign(globalThis, { seen });
    });
}

function pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}
