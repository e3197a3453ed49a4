/** The checker of the background, as a page sees it. */

import type { Card, Checker, Completion, Diagnostics, DocumentOptions, Locale, TextEdit } from '../../src/types.ts';
import { CHECKER_PORT, type Order, type PageCall, type Reply, type Request } from './messages.ts';

/** After so long without an answer it is asked whether the background that has the port is still there. */
const ANSWER_TIMEOUT = 3000;

interface Waiting {
    done: (result: unknown) => void;
    failed: (error: Error) => void;
}

/** Connects when it is asked; whatever the background has forgotten is refused, and the caller opens it again. */
export class RemoteChecker implements Checker {
    readonly #settings: (locale: Locale) => void;
    readonly #waiting = new Map<number, Waiting>();
    #port: chrome.runtime.Port | null = null;
    /** Which background has the port. */
    #instance: string | null = null;
    #asked = 0;

    constructor(settings: (locale: Locale) => void) {
        this.#settings = settings;
    }

    open(id: string, text: string, options?: DocumentOptions): Promise<Diagnostics> {
        return this.#ask('open', [id, text, options ?? {}]);
    }

    edit(id: string, edits: TextEdit[]): Promise<Diagnostics> {
        return this.#ask('edit', [id, edits]);
    }

    diagnostics(id: string): Promise<Diagnostics> {
        return this.#ask('diagnostics', [id]);
    }

    hover(id: string, offset: number): Promise<Card | null> {
        return this.#ask('hover', [id, offset]);
    }

    complete(): Promise<Completion[]> {
        return Promise.resolve([]);
    }

    fix(id: string): Promise<TextEdit[]> {
        return this.#ask('fix', [id]);
    }

    close(id: string): Promise<void> {
        // A background that has ended has closed it
        return this.#port ? this.#ask('close', [id]) : Promise.resolve();
    }

    configure(): Promise<never> {
        return Promise.reject(new Error('the options page does'));
    }

    dispose(): void {
        this.#port?.disconnect();
        this.#lost();
    }

    #ask<T>(call: PageCall, args: Request['args']): Promise<T> {
        return new Promise((done, failed) => {
            const port = this.#connect();
            const id = ++this.#asked;
            this.#waiting.set(id, { done: done as (result: unknown) => void, failed });
            port.postMessage({ id, call, args } satisfies Request);
            setTimeout(() => void this.#lookAfter(id, port), ANSWER_TIMEOUT);
        });
    }

    /** A browser may end the background without telling the page: what was asked then is refused, and asked anew. */
    async #lookAfter(id: number, port: chrome.runtime.Port): Promise<void> {
        if (!this.#waiting.has(id) || port !== this.#port) {
            return;
        }
        const instance = await chrome.runtime.sendMessage<Order, string>({ order: 'instance' }).catch(() => null);
        if (port === this.#port && instance !== this.#instance) {
            port.disconnect();
            this.#lost();
        } else {
            setTimeout(() => void this.#lookAfter(id, port), ANSWER_TIMEOUT);
        }
    }

    #connect(): chrome.runtime.Port {
        if (this.#port) {
            return this.#port;
        }
        const port = chrome.runtime.connect({ name: CHECKER_PORT });
        port.onMessage.addListener((reply: Reply) => {
            this.#take(reply);
        });
        port.onDisconnect.addListener(() => {
            this.#lost();
        });
        this.#port = port;
        return port;
    }

    #take(reply: Reply): void {
        if ('instance' in reply) {
            this.#instance = reply.instance;
            return;
        }
        if ('settings' in reply) {
            this.#settings(reply.settings);
            return;
        }
        const waiting = this.#waiting.get(reply.id);
        this.#waiting.delete(reply.id);
        if ('error' in reply) {
            waiting?.failed(new Error(reply.error));
        } else {
            waiting?.done(reply.result);
        }
    }

    #lost(): void {
        this.#port = null;
        this.#instance = null;
        const waiting = [...this.#waiting.values()];
        this.#waiting.clear();
        waiting.forEach(({ failed }) => {
            failed(new Error('the background has ended'));
        });
    }
}
