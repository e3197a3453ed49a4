/** Pages that ask the checker: each has documents of its own, which are closed when it goes. */

import { currentLocale, engine } from './engine.ts';
import { CHECKER_PORT, PAGE_CALLS, type Reply, type Request } from './messages.ts';

const ports = new Set<chrome.runtime.Port>();
/** Tells one background from the next. */
export const INSTANCE = crypto.randomUUID();

let numbered = 0;

/** Answers every page that connects. */
export function servePages(): void {
    chrome.runtime.onConnect.addListener(port => {
        if (port.name === CHECKER_PORT && port.sender?.id === chrome.runtime.id) {
            serve(port);
        }
    });
}

/** Tells all pages that the settings have changed. */
export function tellPages(): void {
    ports.forEach(port => {
        send(port, { settings: currentLocale() });
    });
}

function serve(port: chrome.runtime.Port): void {
    const prefix = `${++numbered}:`;
    const open = new Set<string>();
    ports.add(port);
    send(port, { instance: INSTANCE });
    port.onMessage.addListener((request: Request) => {
        void answer(request, prefix, open).then(reply => {
            send(port, reply);
        });
    });
    port.onDisconnect.addListener(() => {
        ports.delete(port);
        for (const id of open) {
            void engine()
                .then(checker => checker.close(id))
                .catch(() => undefined);
        }
    });
}

async function answer({ id, call, args }: Request, prefix: string, open: Set<string>): Promise<Reply> {
    try {
        if (!PAGE_CALLS.includes(call)) {
            throw new Error('not for pages');
        }
        const document = prefix + args[0];
        if (call === 'open') {
            open.add(document);
        } else if (call === 'close') {
            open.delete(document);
        }
        const checker = await engine();
        const method = checker[call].bind(checker) as (...args: unknown[]) => Promise<unknown>;
        return { id, result: (await method(document, ...args.slice(1))) ?? null };
    } catch (error) {
        return { id, error: error instanceof Error ? error.message : String(error) };
    }
}

function send(port: chrome.runtime.Port, reply: Reply): void {
    try {
        port.postMessage(reply);
    } catch {
        // The page is gone
    }
}
