import type { Diagnostic, DocumentOptions, Fault, Fix, Format, Locale, TextEdit } from '../src/types.ts';
import type { SessionOptions } from '../src/session/options.ts';
import { Session } from '../src/session/session.ts';
import { createMarkList } from '../src/ui/mark_list.ts';
import { severityName } from '../src/ui/words.ts';
import { Announcer } from './announcer.ts';
import { Cards } from './cards.ts';
import { startChecker } from './checker.ts';
import { Draft } from './draft.ts';
import { byId } from './elements.ts';
import { ArticleField } from './field.ts';
import { showFiles, takeDroppedFiles } from './files_panel.ts';
import { CAN_MARK, Marks } from './marks.ts';
import { KeptFiles } from './newsroom_files.ts';
import { keepForOffline } from './offline.ts';
import { openCardsByPointer } from './pointing.ts';
import { filesTaken, fixesMade, markCount, notTaken, wordCount } from './sentences.ts';
import { store } from './store.ts';
import { WORDS, sayAll, type Words } from './words.ts';

/** How long after the last keystroke a screen reader is told how many marks there are, in milliseconds. */
const WHISPER_DELAY = 1000;

let locale: Locale = store.get('locale') === 'en' ? 'en' : 'hi';
let diagnostics: readonly Diagnostic[] | null = null;
let faults: readonly Fault[] = [];
let typing: ReturnType<typeof setTimeout> | undefined;
/** Whether there is no checker, and will be none. */
let isLost = false;

const announcer = new Announcer(byId('said'), byId('whispered'));
const files = new KeptFiles();
const marks = new Marks();
const field = new ArticleField(byId('article'), articleChanged);
const draft = new Draft(
    () => field.text,
    () => {
        announcer.say(say('draftNotKept'));
    },
);
if (draft.isOn) field.begin(draft.kept);

const dateline = byId('dateline', HTMLInputElement);
const format = byId('format', HTMLSelectElement);
dateline.value = store.get('dateline') ?? '';
format.value = store.get('format') ?? 'plain';

const checker = startChecker(locale, sentence => {
    announcer.say(sentence);
});
const sessionOptions: SessionOptions = {
    document: documentOptions(),
    locale,
    onMarks: showDiagnostics,
    onProblem: showStatus,
};
const session = new Session(checker, field.text, sessionOptions, shown => {
    marks.show(session.marks, shown, field.map);
});
const cards = new Cards({
    field,
    marks,
    element: byId('card'),
    locale: () => locale,
    hover: offset => session.hover(offset),
    fix: takeFix,
    go: goTo,
});

function say(words: Words): string {
    return WORDS[words][locale];
}

function documentOptions(): DocumentOptions {
    const options: DocumentOptions = { format: format.value as Format };
    if (dateline.value) options.dateline = dateline.value;
    return options;
}

function articleChanged(): void {
    cards.close();
    clearTimeout(typing);
    typing = setTimeout(() => {
        showWordCount();
        if (diagnostics) announcer.whisper(markCount(diagnostics, locale) || say('noMarks'));
    }, WHISPER_DELAY);
    session.setText(field.text, field.selection()?.end ?? null);
    draft.changed();
}

function showDiagnostics(found: readonly Diagnostic[]): void {
    diagnostics = found;
    showStatus();
}

function showStatus(): void {
    const list = byId('marks');
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.index : undefined;
    const hadFocus = list.contains(document.activeElement);
    const status = byId('status');
    const safe = (diagnostics ?? []).filter(({ fixes }) => fixes.some(fix => fix.safe)).length;
    byId('safe-count').textContent = safe > 0 ? ` (${safe})` : '';
    const failure = isLost ? say('noChecker') : session.problem;
    status.classList.toggle('is-failure', failure !== null);
    if (failure !== null) status.textContent = failure;
    else if (!diagnostics) status.textContent = say('loading');
    else if (field.text === '') status.textContent = say('noText');
    else status.textContent = markCount(diagnostics, locale) || say('noMarks');
    if (failure !== null || !diagnostics || diagnostics.length === 0) list.replaceChildren();
    else
        list.replaceChildren(
            createMarkList(diagnostics, locale, ({ start }) => {
                goTo(start);
            }),
        );
    if (hadFocus) list.querySelector<HTMLElement>(`[data-index="${focused ?? '0'}"]`)?.focus();
    document.documentElement.dataset.ready = failure === null ? String(diagnostics !== null) : 'failed';
}

function showWordCount(): void {
    byId('words').textContent = field.text === '' ? '' : wordCount(field.text, locale);
}

/** Goes to a mark, or to any place of the text: there the caret is, and the card opens. */
function goTo(start: number): void {
    const mark = marks.all.find(({ diagnostic }) => diagnostic.start === start);
    const range = mark?.range ?? field.map.range(start, start);
    if (!range) return;
    const words = range.getBoundingClientRect();
    if (words.top < 80 || words.bottom > window.innerHeight * 0.6) {
        window.scrollBy({ top: words.top - window.innerHeight * 0.3, behavior: 'instant' });
    }
    // On a phone the focus would bring up the keyboard over what is to be seen
    if (!matchMedia('(pointer: coarse)').matches) field.element.focus({ preventScroll: true });
    const selection = document.getSelection();
    if (CAN_MARK) selection?.collapse(range.startContainer, range.startOffset);
    else selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    void cards.openAt({ node: range.startContainer, offset: range.startOffset }, { pinned: true });
    if (mark) {
        const { severity, message } = mark.diagnostic;
        announcer.whisper(`${severityName(severity, locale)}: ${message}`);
    }
}

/** Goes to the next mark after the caret, or before it, and round. */
function goToNext(backwards: boolean): void {
    const caret = field.selection()?.start ?? -1;
    const starts = (diagnostics ?? []).map(({ start }) => start);
    const next = backwards
        ? (starts.findLast(start => start < caret) ?? starts.at(-1))
        : (starts.find(start => start > caret) ?? starts[0]);
    if (next !== undefined) goTo(next);
}

function takeFix(fix: Fix, diagnostic: Diagnostic): void {
    let isMade = false as boolean;
    cards.close();
    const isThere = session.take(diagnostic, fix, edits => {
        isMade = apply(edits);
    });
    if (!isThere) announcer.say(say('moved'));
    else if (isMade) announcer.whisper(fix.title);
    else announcer.say(say('notFixed'));
}

async function takeSafeFixes(): Promise<void> {
    const text = field.text;
    const edits = await session.safeFixes();
    if (edits.length === 0 || field.text !== text) announcer.say(say('noSafeFixes'));
    else announcer.say(apply(edits) ? fixesMade(text, edits, locale) : say('notFixed'));
}

function apply(edits: readonly TextEdit[]): boolean {
    const made = field.apply(edits);
    // The marks that are left are shown at once
    session.rest();
    clearTimeout(typing);
    showWordCount();
    if (matchMedia('(pointer: coarse)').matches) field.element.blur();
    return made;
}

async function copyArticle(): Promise<void> {
    try {
        await navigator.clipboard.writeText(field.text);
        announcer.say(say('copied'));
    } catch {
        announcer.say(say('notCopied'));
    }
}

async function configure(): Promise<void> {
    sessionOptions.locale = locale;
    try {
        faults = await (await checker).configure({ ...files.asNewsroom, locale });
    } catch {
        // The session says what is off
    }
    showFileList();
    await session.reopen();
}

function showFileList(): void {
    showFiles(byId('file-list'), files, faults, locale, file => {
        files.remove(file.name);
        void configure();
        byId('choose-files').focus();
    });
}

async function takeFiles(given: readonly File[]): Promise<void> {
    const { taken, refused, areKept } = await files.add(given);
    const sentences = refused.map(name => notTaken(name, locale));
    if (taken.length > 0) sentences.unshift(filesTaken(taken, locale));
    if (!areKept) sentences.push(say('filesNotKept'));
    announcer.say(sentences.join(' '));
    byId('files-panel', HTMLDetailsElement).open = true;
    await configure();
}

function showWords(): void {
    document.documentElement.lang = locale;
    document.title = say('title');
    sayAll(document, locale);
    byId('language').lang = locale === 'hi' ? 'en' : 'hi';
    showFileList();
    showWordCount();
    showStatus();
}

function keepSetting(name: string, value: string): void {
    if (draft.isOn && value !== '') store.set(name, value);
    else store.remove(name);
}

function listen(): void {
    for (const [element, name] of [
        [dateline, 'dateline'],
        [format, 'format'],
    ] as const) {
        element.addEventListener('change', () => {
            keepSetting(name, element.value);
            void session.reopen(documentOptions());
        });
    }
    byId('safe').addEventListener('click', () => void takeSafeFixes());
    byId('copy').addEventListener('click', () => void copyArticle());
    byId('print').addEventListener('click', () => {
        window.print();
    });
    byId('language').addEventListener('click', () => {
        locale = locale === 'hi' ? 'en' : 'hi';
        store.set('locale', locale);
        cards.close();
        showWords();
        void configure();
    });
    const theme = byId('theme', HTMLSelectElement);
    theme.value = document.documentElement.dataset.theme ?? '';
    theme.addEventListener('change', () => {
        if (theme.value) document.documentElement.dataset.theme = theme.value;
        else delete document.documentElement.dataset.theme;
        store.set('theme', theme.value);
    });
    const keep = byId('keep-draft', HTMLInputElement);
    keep.checked = draft.isOn;
    keep.addEventListener('change', () => {
        draft.isOn = keep.checked;
        keepSetting('dateline', dateline.value);
        keepSetting('format', format.value);
    });
    byId('forget-draft').addEventListener('click', () => {
        draft.forget();
        store.remove('dateline');
        store.remove('format');
        announcer.say(say('forgotten'));
    });
    const chosen = byId('chosen-files', HTMLInputElement);
    byId('choose-files').addEventListener('click', () => {
        chosen.click();
    });
    chosen.addEventListener('change', () => {
        void takeFiles([...(chosen.files ?? [])]);
        chosen.value = '';
    });
    takeDroppedFiles(byId('drop'), given => void takeFiles(given));
    openCardsByPointer(field, cards, byId('card'));
    document.addEventListener('keydown', pressed);
}

function pressed(event: KeyboardEvent): void {
    if (event.key === 'F8') {
        event.preventDefault();
        goToNext(event.shiftKey);
    } else if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
        const selection = document.getSelection();
        if (!selection?.focusNode || !field.element.contains(selection.focusNode)) return;
        event.preventDefault();
        const point = { node: selection.focusNode, offset: selection.focusOffset };
        void cards.openAt(point, { pinned: true, focused: true });
    } else if (event.key === 'Escape' && cards.isOpen) {
        event.preventDefault();
        cards.close();
    }
}

showWords();
listen();
byId('no-highlights').hidden = CAN_MARK;
if (files.all.length > 0) void configure();
checker.then(keepForOffline, (error: unknown) => {
    console.error(error);
    isLost = true;
    showStatus();
});
