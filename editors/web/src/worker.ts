/** A checker in a worker, of a browser or of Node. `client.ts` is its other side. */

import { createChangesChecker } from './checker.ts';
import type { ChangesChecker } from './marks.ts';
import { PROTOCOL, type FromWorker, type ToWorker } from './protocol.ts';
import { reason, say } from './sentences.ts';

/** What a worker of Node and one of a browser have in common. */
interface Port {
    post: (message: FromWorker) => void;
    listen: (take: (message: ToWorker) => void) => void;
}

interface NodeModules {
    getBuiltinModule?(name: 'node:worker_threads'): {
        parentPort: {
            postMessage(message: unknown): void;
            on(event: 'message', take: (data: ToWorker) => void): void;
        } | null;
    };
}

function port(): Port {
    const node = (globalThis as { process?: NodeModules }).process?.getBuiltinModule?.(
        'node:worker_threads',
    ).parentPort;
    if (node) {
        return {
            post: message => {
                node.postMessage(message);
            },
            listen: take => {
                node.on('message', take);
            },
        };
    }
    return {
        post: message => {
            self.postMessage(message);
        },
        listen: take => {
            self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
                take(data);
            });
        },
    };
}

const { post, listen } = port();
let started: Promise<ChangesChecker> | undefined;

async function start(message: Extract<ToWorker, { kind: 'start' }>): Promise<ChangesChecker> {
    const { protocol, wasm, locale = 'hi', today } = message;
    if (protocol !== PROTOCOL) throw new Error(say('otherVersion', locale, `${protocol}, ${PROTOCOL}`));
    return await createChangesChecker({
        locale,
        ...(wasm !== undefined && { wasm }),
        ...(today !== undefined && { today }),
        onTrouble: sentence => {
            post({ kind: 'trouble', message: sentence });
        },
    });
}

async function answer({ number, method, parameters }: Extract<ToWorker, { kind: 'call' }>): Promise<void> {
    try {
        const checker = (await started) as unknown as Record<string, (...parameters: unknown[]) => Promise<unknown>>;
        post({ kind: 'result', number, result: await checker[method]?.(...parameters) });
    } catch (error) {
        post({ kind: 'refused', number, message: reason(error) });
    }
}

listen(message => {
    if (message.kind === 'call') {
        void answer(message);
        return;
    }
    started ??= start(message);
    started.then(
        () => {
            post({ protocol: PROTOCOL, kind: 'ready' });
        },
        (error: unknown) => {
            post({ kind: 'failed', message: reason(error) });
        },
    );
});
