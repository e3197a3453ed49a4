import type { SessionOptions } from '../src/session/options.ts';
import type { Checker } from '../src/types.ts';

/** An editor on an example page, as tests take hold of it. */
export interface Example {
    /** The editable element. */
    element: HTMLElement;
    /** The text, a line a block. */
    text(): string;
    /** The document with its markup, in the editor's own form. */
    html(): string;
    /** Types letters that no keyboard can send, where the browser's own command is of no use. */
    type?(text: string): void;
    destroy(): void;
}

declare global {
    interface Window {
        /** The checker that all editors of the page share. */
        checker: Checker;
        examples: Example[];
    }
}

/** What an editor holds at first. */
export const HTML =
    '<p>नई दिल्ली। यह <strong>पहला</strong> वाक्य है।</p><p>यह <a href="https://example.org/">वह दूसरा वाक्य</a> है।</p>';
export const TEXT = 'नई दिल्ली। यह पहला वाक्य है।\nयह वह दूसरा वाक्य है।';

/** Makes so many editors as the page's address says (`?editors=10`), one unless it says so. */
export async function show(create: (parent: HTMLElement, index: number) => Example | Promise<Example>): Promise<void> {
    const count = Number(new URLSearchParams(location.search).get('editors') ?? 1);
    const parents = Array.from({ length: count }, () => {
        const parent = document.createElement('div');
        parent.className = 'editor';
        document.querySelector('main')?.append(parent);
        return parent;
    });
    window.examples = await Promise.all(parents.map(async (parent, index) => create(parent, index)));
}

/** Tells the user of the page what is off. */
export function tell(sentence: string | null): void {
    const line = document.querySelector('output');
    if (line) line.textContent = sentence ?? '';
}

/** Options of every editor; the page's address says how long marks are held back (`?delay=5000`). */
export const OPTIONS: SessionOptions = { onProblem: tell };
const delay = new URLSearchParams(location.search).get('delay');
if (delay !== null) OPTIONS.typingDelay = Number(delay);
