/** A checker in a worker, from the side of its caller: typing never waits for it. */

import type { StartOptions } from './checker.ts';
import { WholeChecker, type ChangesChecker } from './marks.ts';
import { PROTOCOL, type Changes, type FromWorker, type Method, type ToWorker } from './protocol.ts';
import { reason, say } from './sentences.ts';
import type { Card, Checker, CheckerOptions, Completion, DocumentOptions, Fault, Locale, TextEdit } from './types.ts';

export interface WorkerOptions extends StartOptions {
    /** Where the worker is, or the worker; `worker.js` beside this file unless given. */
    worker?: string | URL | Worker;
}

/** What a worker of Node and one of a browser have in common. */
interface Port {
    post: (message: ToWorker) => void;
    end: () => void;
}

interface Listener {
    take: (message: FromWorker) => void;
    fail: (why: string) => void;
}

interface NodeWorker {
    postMessage(message: unknown): void;
    on(event: 'message', take: (data: FromWorker) => void): void;
    on(event: 'error', take: (error: Error) => void): void;
    on(event: 'exit', take: (code: number) => void): void;
    terminate(): Promise<number>;
}

interface NodeModules {
    getBuiltinModule?(name: 'node:worker_threads'): { Worker: new (address: URL) => NodeWorker };
}

/**
 * Starts a checker in a worker. It is rejected with one sentence where there is no worker, or its module cannot be
 * loaded. An address of the module is relative to the page.
 */
export async function createWorkerChecker(options: WorkerOptions = {}): Promise<Checker> {
    const checker = new WorkerChecker(options);
    try {
        await checker.ready;
    } catch (error) {
        checker.dispose();
        throw error;
    }
    return new WholeChecker(checker);
}

interface Waiting {
    resolve: (result: never) => void;
    reject: (error: Error) => void;
}

class WorkerChecker implements ChangesChecker {
    /** When it may be called. */
    readonly ready: Promise<void>;
    readonly #waiting = new Map<number, Waiting>();
    readonly #onTrouble: (sentence: string) => void;
    readonly #port: Port;
    #locale: Locale;
    #number = 0;
    /** Why nothing is answered any more. */
    #ended: string | undefined;
    #begin: { resolve: () => void; reject: (error: Error) => void } | undefined;

    constructor({ worker, wasm, locale = 'hi', today, onTrouble }: WorkerOptions) {
        this.#locale = locale;
        this.#onTrouble = onTrouble ?? (() => undefined);
        this.ready = new Promise((resolve, reject) => {
            this.#begin = { resolve, reject };
        });
        // Whoever made the checker waits for it; nobody else has to
        this.ready.catch(() => undefined);
        const listener: Listener = {
            take: message => {
                this.#take(message);
            },
            fail: why => {
                this.#fail(say('notLoaded', this.#locale, why));
            },
        };
        try {
            this.#port = connect(worker, listener);
            this.#port.post({
                protocol: PROTOCOL,
                kind: 'start',
                locale,
                ...(wasm !== undefined && {
                    wasm: typeof wasm === 'string' || wasm instanceof URL ? absolute(wasm) : wasm,
                }),
                ...(today !== undefined && { today }),
            });
        } catch (error) {
            this.#port = { post: () => undefined, end: () => undefined };
            listener.fail(reason(error));
        }
    }

    open(id: string, text: string, options?: DocumentOptions): Promise<Changes> {
        return this.#call('open', id, text, options);
    }

    edit(id: string, edits: TextEdit[]): Promise<Changes> {
        return this.#call('edit', id, edits);
    }

    diagnostics(id: string): Promise<Changes> {
        return this.#call('diagnostics', id);
    }

    hover(id: string, offset: number): Promise<Card | null> {
        return this.#call('hover', id, offset);
    }

    complete(id: string, offset: number): Promise<Completion[]> {
        return this.#call('complete', id, offset);
    }

    fix(id: string): Promise<TextEdit[]> {
        return this.#call('fix', id);
    }

    close(id: string): Promise<void> {
        return this.#call('close', id);
    }

    configure(options: CheckerOptions): Promise<Fault[]> {
        this.#locale = options.locale ?? 'hi';
        return this.#call('configure', options);
    }

    dispose(): void {
        this.#fail(say('ended', this.#locale));
    }

    #call<T>(method: Method, ...parameters: unknown[]): Promise<T> {
        return new Promise<T>((resolve, reject) => {
            if (this.#ended !== undefined) {
                reject(new Error(this.#ended));
                return;
            }
            const number = ++this.#number;
            this.#port.post({ kind: 'call', number, method, parameters });
            this.#waiting.set(number, { resolve, reject });
        });
    }

    #take(message: FromWorker): void {
        switch (message.kind) {
            case 'ready':
                if (message.protocol === PROTOCOL) this.#begin?.resolve();
                else this.#fail(say('otherVersion', this.#locale, `${PROTOCOL}, ${message.protocol}`));
                break;
            case 'failed':
                this.#fail(message.message);
                break;
            case 'trouble':
                this.#onTrouble(message.message);
                break;
            case 'result':
                this.#answered(message.number)?.resolve(message.result as never);
                break;
            case 'refused':
                this.#answered(message.number)?.reject(new Error(message.message));
                break;
        }
    }

    #answered(number: number): Waiting | undefined {
        const waiting = this.#waiting.get(number);
        this.#waiting.delete(number);
        return waiting;
    }

    /** Ends the worker: whoever waits is told why, and so is whoever calls later. */
    #fail(why: string): void {
        if (this.#ended !== undefined) return;
        this.#ended = why;
        this.#begin?.reject(new Error(why));
        for (const { reject } of this.#waiting.values()) reject(new Error(why));
        this.#waiting.clear();
        this.#port.end();
    }
}

/** An address as the worker, which is elsewhere, has to be told it. */
function absolute(address: string | URL): string {
    const page = (globalThis as { document?: Document }).document?.baseURI;
    return new URL(address, page ?? import.meta.url).href;
}

function connect(worker: string | URL | Worker | undefined, { take, fail }: Listener): Port {
    const node = (globalThis as { process?: NodeModules }).process?.getBuiltinModule?.('node:worker_threads');
    if (node && (worker === undefined || typeof worker === 'string' || worker instanceof URL)) {
        const made = new node.Worker(new URL(worker ?? './worker.js', import.meta.url));
        made.on('message', take);
        made.on('error', error => {
            fail(error.message);
        });
        made.on('exit', code => {
            fail(`exit ${code}`);
        });
        return {
            post: message => {
                made.postMessage(message);
            },
            end: () => void made.terminate(),
        };
    }
    const made =
        worker instanceof Worker
            ? worker
            : worker === undefined
              ? // Written so that packers of scripts see it
                new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
              : new Worker(worker, { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        take(data);
    });
    made.addEventListener('error', event => {
        fail(event.message || 'worker.js');
    });
    made.addEventListener('messageerror', () => {
        fail('messageerror');
    });
    return {
        post: message => {
            made.postMessage(message);
        },
        end: () => {
            made.terminate();
        },
    };
}
