/** The options page: the language, the newsroom's files, and the sites that are on. */

import type { Locale } from '../../src/types.ts';
import { fetchFile } from './fetch-file.ts';
import type { Configured, Order } from './messages.ts';
import { keep, type KeptFile, MAX_FILE, type Settings, settings } from './settings.ts';
import { byId, isWord, say } from './words.ts';

const KINDS = ['config', 'actors', 'dictionary'] as const;
type Kind = (typeof KINDS)[number];

const ACCEPTED: Record<Kind, string> = { config: '.toml', actors: '.toml,.tsv,.csv', dictionary: '.txt' };

const language = byId('locale', HTMLSelectElement);
const status = byId('status', HTMLParagraphElement);
const faults = byId('faults', HTMLUListElement);
const kind = byId('kind', HTMLSelectElement);
const url = byId('url', HTMLInputElement);

let now = await settings();
show();

language.addEventListener('change', () => {
    void store({ locale: language.value === 'en' ? 'en' : 'hi' });
});
byId('web', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault();
    void fromWeb(url.value, kind.value as Kind);
});

function show(): void {
    const { locale } = now;
    document.documentElement.lang = locale;
    language.value = locale;
    byId('privacy', HTMLParagraphElement).textContent = say('privacy', locale);
    for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
        if (isWord(element.dataset.say)) {
            element.textContent = say(element.dataset.say, locale);
        }
    }
    const chosen = kind.value;
    kind.replaceChildren(...KINDS.map(each => new Option(say(each, locale), each)));
    kind.value = chosen || 'config';
    byId('files', HTMLDivElement).replaceChildren(...KINDS.map(each => row(each, locale)));
    byId('sites', HTMLUListElement).replaceChildren(...siteItems(locale));
}

function row(kind: Kind, locale: Locale): HTMLElement {
    const made = document.createElement('div');
    made.className = 'row';
    const files = filesOf(now, kind);
    const name = document.createElement('div');
    name.append(say(kind, locale), document.createElement('br'), soft(files.length > 0 ? '' : say('none', locale)));
    files.forEach(file => {
        name.append(
            soft(`${file.name}${file.url ? ` ← ${file.url}` : ''} (${file.readAt.slice(0, 16).replace('T', ' ')}) `),
        );
    });
    const input = document.createElement('input');
    input.type = 'file';
    input.id = `file-${kind}`;
    input.accept = ACCEPTED[kind];
    input.multiple = kind === 'actors';
    input.addEventListener('change', () => void fromDisk(kind, [...(input.files ?? [])]));
    const label = document.createElement('label');
    label.className = 'file';
    label.htmlFor = input.id;
    label.textContent = say('chooseFiles', locale);
    label.append(hidden(`: ${say(kind, locale)}`));
    made.append(name, input, label);
    if (files.length > 0) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = say('remove', locale);
        button.append(hidden(`: ${say(kind, locale)}`));
        button.addEventListener('click', () => void store({ [kind]: kind === 'actors' ? [] : null }));
        made.append(button);
    }
    return made;
}

function siteItems(locale: Locale): HTMLElement[] {
    if (now.sites.length === 0) {
        const none = document.createElement('li');
        none.textContent = say('noSites', locale);
        return [none];
    }
    return now.sites.map(origin => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = say('remove', locale);
        button.append(hidden(`: ${origin}`));
        button.addEventListener('click', () => {
            void chrome.runtime
                .sendMessage({ order: 'site', origin, on: false, tab: null } satisfies Order)
                .then(reload);
        });
        item.append(`${origin} `, button);
        return item;
    });
}

async function fromDisk(kind: Kind, files: File[]): Promise<void> {
    const read: KeptFile[] = [];
    for (const file of files) {
        if (file.size > 4 * MAX_FILE) {
            status.textContent = say('tooLarge', now.locale);
            return;
        }
        read.push({ name: file.name, text: await file.text(), readAt: new Date().toISOString() });
    }
    await take(kind, read);
}

async function fromWeb(address: string, kind: Kind): Promise<void> {
    const answer = await fetchFile(address);
    if ('refused' in answer) {
        const { refused, reason } = answer;
        status.textContent =
            refused === 'notFetched' ? `${say(refused, now.locale)} ${reason}` : say(refused, now.locale);
        return;
    }
    await take(kind, [answer]);
}

async function take(kind: Kind, files: KeptFile[]): Promise<void> {
    const [first] = files;
    if (!first) {
        return;
    }
    if (files.some(file => file.text.length > MAX_FILE)) {
        status.textContent = say('tooLarge', now.locale);
        return;
    }
    const others = now.actors.filter(known => !files.some(file => file.name === known.name));
    await store(kind === 'actors' ? { actors: [...others, ...files] } : { [kind]: first });
}

/** Keeps a change, has the checker take it, and tells what it says of the files. */
async function store(changes: Partial<Settings>): Promise<void> {
    try {
        await keep(changes);
    } catch {
        status.textContent = say('tooLarge', now.locale);
        return;
    }
    await reload();
    const answer: Configured = await chrome.runtime.sendMessage({ order: 'configure' } satisfies Order);
    status.textContent = answer.error ?? say(answer.faults.length > 0 ? 'faults' : 'kept', now.locale);
    faults.replaceChildren(
        ...answer.faults.map(({ file, line, column, message }) => {
            const item = document.createElement('li');
            item.textContent = `${file}:${line}:${column}: ${message}`;
            return item;
        }),
    );
}

async function reload(): Promise<void> {
    now = await settings();
    show();
}

function filesOf(settings: Settings, kind: Kind): KeptFile[] {
    const kept = settings[kind];
    return Array.isArray(kept) ? kept : kept ? [kept] : [];
}

function soft(text: string): HTMLElement {
    const made = document.createElement('span');
    made.className = 'soft';
    made.textContent = text;
    return made;
}

/** What only screen readers say. */
function hidden(text: string): HTMLElement {
    const made = document.createElement('span');
    made.className = 'hidden';
    made.textContent = text;
    return made;
}
