/** The popup: whether the site is on, and the marks of the field in which somebody writes. */

import type { Locale } from '../../src/types.ts';
import { createCard } from '../../src/ui/card.ts';
import { createMarkList } from '../../src/ui/mark_list.ts';
import type { FrameSummary, Order } from './messages.ts';
import { settings } from './settings.ts';
import { originOf, pattern } from './sites.ts';
import { byId, say } from './words.ts';

/** The popup shows what happens in the page, looked at this often, in milliseconds. */
const LOOK_INTERVAL = 700;

const on = byId('on', HTMLInputElement);
const state = byId('state', HTMLParagraphElement);
const list = byId('list', HTMLDivElement);
const card = byId('card', HTMLDivElement);
const all = byId('all', HTMLButtonElement);

const kept = await settings();
const { locale } = kept;
document.documentElement.lang = locale;
const tab = await currentTab();
const origin = originOf(tab?.url);
let shown = '';

show(origin !== null && kept.sites.includes(origin), locale);
byId('options', HTMLButtonElement).textContent = say('options', locale);
byId('options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage());
all.textContent = say('safeFixes', locale);
on.addEventListener('change', () => void turn());
window.setInterval(() => void look(), LOOK_INTERVAL);
await look();

/** The tab to which the popup belongs; tests name one, since they open the popup as a page. */
async function currentTab(): Promise<chrome.tabs.Tab | undefined> {
    const named = Number(new URLSearchParams(location.search).get('tab'));
    return named ? chrome.tabs.get(named) : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
}

function show(isOn: boolean, locale: Locale): void {
    on.checked = isOn;
    on.disabled = origin === null;
    byId('site', HTMLSpanElement).textContent = say(origin === null ? 'noSite' : isOn ? 'isOn' : 'switchOn', locale);
    if (!isOn) {
        state.textContent = origin === null ? '' : say('off', locale);
        list.replaceChildren();
        card.replaceChildren();
        all.hidden = true;
        shown = '';
    }
}

async function turn(): Promise<void> {
    if (origin === null || !tab?.id) {
        return;
    }
    const wanted = on.checked;
    if (wanted) {
        // The browser's question may close this popup: the background goes on from here
        void chrome.storage.session.set({ wanted: { origin, tab: tab.id } });
        const allowed = await chrome.permissions.request({ origins: [pattern(origin)] });
        await chrome.storage.session.remove('wanted');
        if (!allowed) {
            show(false, locale);
            return;
        }
    }
    await chrome.runtime.sendMessage({ order: 'site', origin, on: wanted, tab: tab.id } satisfies Order);
    show(wanted, locale);
    await look();
}

/** Shows the marks of the frame that was focused last. */
async function look(): Promise<void> {
    if (!on.checked || !tab?.id) {
        return;
    }
    const frames = await chrome.scripting
        .executeScript({
            target: { tabId: tab.id, allFrames: true },
            func: () => globalThis.vartaniPage?.summary() ?? null,
        })
        .catch(() => []);
    const [latest] = frames
        .flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []))
        .sort((a, b) => b.focusedAt - a.focusedAt);
    const now = JSON.stringify(latest ?? null);
    if (now !== shown) {
        shown = now;
        showMarks(tab.id, latest ?? null);
    }
}

function showMarks(tabId: number, frame: (FrameSummary & { frameId: number }) | null): void {
    card.replaceChildren();
    list.replaceChildren();
    const marks = frame?.marks ?? [];
    state.textContent = frame?.problem ?? (marks.length > 0 ? '' : say(frame ? 'noMarks' : 'noField', locale));
    all.hidden = !marks.some(({ fixes }) => fixes.some(({ safe }) => safe));
    if (!frame) {
        return;
    }
    const target = { tabId, frameIds: [frame.frameId] };
    const later = (): void => void look();
    all.onclick = () => {
        void chrome.scripting.executeScript({ target, func: () => globalThis.vartaniPage?.fixAll() }).then(later);
    };
    const showCard = (index: number): void => {
        const mark = marks[index];
        if (!mark) {
            return;
        }
        const made = createCard([mark], null, locale, {
            fix: fix => {
                void chrome.scripting
                    .executeScript({
                        target,
                        func: (at: number, which: number) => globalThis.vartaniPage?.fix(at, which),
                        args: [index, mark.fixes.indexOf(fix)],
                    })
                    .then(later);
            },
        });
        const reveal = document.createElement('button');
        reveal.type = 'button';
        reveal.textContent = say('show', locale);
        reveal.addEventListener('click', () => {
            void chrome.scripting
                .executeScript({ target, func: (at: number) => globalThis.vartaniPage?.reveal(at), args: [index] })
                .then(() => {
                    window.close();
                });
        });
        made.append(reveal);
        card.replaceChildren(made);
    };
    list.append(
        createMarkList(marks, locale, mark => {
            showCard(marks.indexOf(mark));
        }),
    );
}
