/** A checker in the thread of its caller. */

import { compile, Instance, Refusal, wellFormed } from './instance.ts';
import { WholeChecker, type ChangesChecker } from './marks.ts';
import { PROTOCOL, type Changes, type WasmSource } from './protocol.ts';
import { reason, say } from './sentences.ts';
import type { Card, Checker, CheckerOptions, Completion, DocumentOptions, Fault, Locale, TextEdit } from './types.ts';

/** How a checker is started. */
export interface StartOptions {
    /** Where the module is; `vartani.wasm` beside this file unless given. */
    wasm?: WasmSource;
    /** `hi` unless given. */
    locale?: Locale;
    /** As in `CheckerOptions`. */
    today?: string;
    /** Is told one sentence when the checker had to begin anew, or cannot read a document. */
    onTrouble?: (sentence: string) => void;
}

/** A document as its owner has it: what is left when an instance breaks. */
interface OpenDocument {
    text: string;
    options: DocumentOptions;
    version: number;
    /** Whether the instance has it; one that broke the instance is not given to it again until it changes. */
    isRead: boolean;
    /** Whether the instance knows which marks were told; one that was begun anew does not. */
    isTold: boolean;
}

/**
 * Loads the module and starts a checker in this thread. It is rejected with one sentence where the module cannot be
 * loaded.
 */
export async function createChecker(options: StartOptions = {}): Promise<Checker> {
    return new WholeChecker(await createChangesChecker(options));
}

/** Like `createChecker`; it tells what has changed of the marks, for a worker to pass on. */
export async function createChangesChecker(options: StartOptions): Promise<ChangesChecker> {
    const locale = options.locale ?? 'hi';
    let module: WebAssembly.Module, instance: Instance;
    try {
        module = await compile(options.wasm ?? new URL('./vartani.wasm', import.meta.url));
        instance = await Instance.of(module);
    } catch (error) {
        throw new Error(say('notLoaded', locale, reason(error)), { cause: error });
    }
    const theirs = instance.protocol;
    if (theirs !== PROTOCOL) throw new Error(say('otherVersion', locale, `${PROTOCOL}, ${theirs}`));
    return new LocalChecker(module, instance, options);
}

class LocalChecker implements ChangesChecker {
    readonly #module: WebAssembly.Module;
    readonly #onTrouble: (sentence: string) => void;
    readonly #documents = new Map<string, OpenDocument>();
    /** `undefined` from the moment it was disposed of. */
    #instance: Instance | undefined;
    #options: CheckerOptions;
    /** The day for which the instance reads. */
    #day = '';
    /** The last call, after which the next is answered. */
    #last: Promise<unknown> = Promise.resolve();

    constructor(module: WebAssembly.Module, instance: Instance, options: StartOptions) {
        this.#module = module;
        this.#instance = instance;
        this.#onTrouble = options.onTrouble ?? (() => undefined);
        this.#options = {};
        if (options.locale !== undefined) this.#options.locale = options.locale;
        if (options.today !== undefined) this.#options.today = options.today;
    }

    open(id: string, text: string, options: DocumentOptions = {}): Promise<Changes> {
        return this.#queue(() => {
            const document = { text, options: { ...options }, version: 1, isRead: false, isTold: true };
            this.#documents.set(id, document);
            return this.#read(id, document, instance => openIn(instance, id, document));
        });
    }

    edit(id: string, edits: TextEdit[]): Promise<Changes> {
        return this.#queue(() => {
            const document = this.#document(id);
            const made: TextEdit[] = [];
            for (const edit of edits) {
                const whole = withWholePairs(document.text, edit);
                document.text = document.text.slice(0, whole.start) + whole.insert + document.text.slice(whole.end);
                made.push({ ...whole, insert: wellFormed(whole.insert) });
            }
            document.version += 1;
            return this.#read(id, document, instance =>
                document.isRead ? instance.call({ call: 'edit', id, edits: made }) : openIn(instance, id, document),
            );
        });
    }

    diagnostics(id: string): Promise<Changes> {
        return this.#queue(() => {
            const document = this.#document(id);
            if (!document.isRead) return nothing(document);
            return this.#read(id, document, instance => instance.call({ call: 'diagnostics', id }));
        });
    }

    hover(id: string, offset: number): Promise<Card | null> {
        return this.#ask(id, null, { call: 'hover', id, offset: inside(offset) });
    }

    complete(id: string, offset: number): Promise<Completion[]> {
        return this.#ask(id, [], { call: 'complete', id, offset: inside(offset) });
    }

    fix(id: string): Promise<TextEdit[]> {
        return this.#ask(id, [], { call: 'fix', id });
    }

    close(id: string): Promise<void> {
        return this.#queue(async () => {
            const { isRead } = this.#document(id);
            this.#documents.delete(id);
            if (isRead) await this.#attempt(instance => instance.call({ call: 'close', id }));
        });
    }

    configure(options: CheckerOptions): Promise<Fault[]> {
        return this.#queue(async () => {
            this.#options = structuredClone(options);
            return (await this.#attempt(instance => this.#configureIn(instance))) ?? [];
        });
    }

    dispose(): void {
        this.#instance = undefined;
        this.#documents.clear();
    }

    get #locale(): Locale {
        return this.#options.locale ?? 'hi';
    }

    #document(id: string): OpenDocument {
        const document = this.#documents.get(id);
        if (!document) throw new Refusal(say('notOpen', this.#locale, id));
        return document;
    }

    /** Answers a call when those before it are answered. */
    #queue<T>(answer: () => T | Promise<T>): Promise<T> {
        const next = this.#last.then(async () => {
            if (!this.#instance) throw new Refusal(say('ended', this.#locale));
            if (this.#day !== (this.#options.today ?? localDay())) {
                await this.#attempt(instance => this.#configureIn(instance));
            }
            return await answer();
        });
        this.#last = next.catch(() => undefined);
        return next;
    }

    #configureIn(instance: Instance): Fault[] {
        this.#day = this.#options.today ?? localDay();
        const { config, actors = [], dictionary = '', locale } = this.#options;
        const file = ({ name, text }: { name: string; text: string }): object => ({
            name: wellFormed(name),
            text: wellFormed(text),
        });
        return instance.call({
            call: 'configure',
            config: config && file(config),
            actors: actors.map(file),
            dictionary: wellFormed(dictionary),
            locale,
            today: this.#day,
        }) as Fault[];
    }

    /** Has the instance read a document; one that it cannot read has no diagnostics. */
    async #read(id: string, document: OpenDocument, call: (instance: Instance) => unknown): Promise<Changes> {
        let told = await this.#attempt(call);
        if (told !== undefined) document.isRead = true;
        // After a break the document was opened anew with the others
        if (document.isRead && !document.isTold) {
            told = await this.#attempt(one => one.call({ call: 'diagnostics', id }));
        }
        if (told === undefined) return nothing(document);
        document.isTold = true;
        return { ...(told as Changes), version: document.version };
    }

    #ask<T>(id: string, otherwise: T, request: object): Promise<T> {
        return this.#queue(async () => {
            if (!this.#document(id).isRead) return otherwise;
            return ((await this.#attempt(instance => instance.call(request))) as T | undefined) ?? otherwise;
        });
    }

    /** Calls the instance; if that breaks it, makes another, tells so, and returns `undefined`. */
    async #attempt<T>(call: (instance: Instance) => T): Promise<T | undefined> {
        if (!this.#instance) throw new Refusal(say('ended', this.#locale));
        try {
            return call(this.#instance);
        } catch (error) {
            if (error instanceof Refusal) throw error;
            await this.#beginAnew(error);
            return undefined;
        }
    }

    /** Makes another instance and gives it all documents; one that breaks it again is left out. */
    async #beginAnew(error: unknown): Promise<void> {
        const waiting = [...this.#documents];
        for (const [, document] of waiting) document.isRead = false;
        let isUnread = false;
        for (let next = await this.#fresh(); next;) {
            const [id, document] = waiting.shift() ?? [];
            if (id === undefined || !document) break;
            try {
                openIn(next, id, document);
                document.isRead = true;
                document.isTold = false;
            } catch {
                isUnread = true;
                // Those that were read before it are lost with the instance
                waiting.unshift(...[...this.#documents].filter(([, one]) => one.isRead));
                for (const [, one] of this.#documents) one.isRead = false;
                next = await this.#fresh();
            }
        }
        this.#onTrouble(say(isUnread ? 'unread' : 'begunAnew', this.#locale, reason(error)));
    }

    /** Another instance under the options of before, or without the newsroom's files if these break it. */
    async #fresh(isBare = false): Promise<Instance | undefined> {
        if (!this.#instance) return undefined;
        const instance = await Instance.of(this.#module);
        try {
            this.#configureIn(instance);
        } catch (error) {
            if (isBare) throw error;
            this.#options = { locale: this.#locale, today: this.#day };
            return await this.#fresh(true);
        }
        this.#instance = instance;
        return instance;
    }
}

/** What is told of a document that cannot be read. */
function nothing({ version }: OpenDocument): Changes {
    return { version, replaced: [], marks: [] };
}

function openIn(instance: Instance, id: string, { text, options }: OpenDocument): unknown {
    return instance.call({ call: 'open', id, text: wellFormed(text), options });
}

/** An edit that parts no pair of surrogates, and leaves no half of one beside its other half. */
function withWholePairs(text: string, { start, end, insert }: TextEdit): TextEdit {
    let from = Math.max(0, Math.min(start, text.length));
    let to = Math.max(from, Math.min(end, text.length));
    const isHigh = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
    const isLow = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    let whole = insert;
    if (from > 0 && isHigh(from - 1)) whole = text.charAt(--from) + whole;
    if (to < text.length && isLow(to)) whole += text.charAt(to++);
    return { start: from, end: to, insert: whole };
}

/** An offset as the module takes it: one that is beyond the end is the end. */
function inside(offset: number): number {
    return Math.max(0, Math.min(Math.trunc(offset) || 0, 2 ** 31));
}

/** Today by the clock and the zone of this machine. */
function localDay(): string {
    const now = new Date();
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
