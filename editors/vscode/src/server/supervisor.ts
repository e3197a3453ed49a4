/** Keeps one server running, or says why there is none. */

import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../say.ts';
import { settings } from '../settings.ts';
import { type Button, tell } from '../tell.ts';
import type { Binary } from './binary.ts';
import { chooseProgram } from './choose.ts';
import { makeClient } from './client.ts';
import { Restarts } from './restarts.ts';

/** How the server is. */
export type State =
    | { kind: 'starting' }
    | { kind: 'running'; version: string }
    | { kind: 'stopped' }
    /** It will not be started again before somebody asks for it; `sentence` says why. */
    | { kind: 'failed'; sentence: string };

export class Supervisor implements Disposable {
    private readonly changes = new EventEmitter<State>();
    private readonly restarts = new Restarts();
    private client: LanguageClient | undefined;
    private timer: NodeJS.Timeout | undefined;
    private current: State = { kind: 'stopped' };
    /** Counts starts, so that what an older one still has to say is not heard. */
    private turn = 0;
    /** What was last said about the program, which is not said again when it is started again. */
    private warned: string | undefined;

    /** Fires when the state changes. */
    readonly onDidChange = this.changes.event;
    /** The program that serves, once one was found. */
    binary: Binary | undefined;

    constructor(
        private readonly context: ExtensionContext,
        private readonly log: LogOutputChannel,
    ) {}

    /** How the server is. */
    get state(): State {
        return this.current;
    }

    /** Starts the server anew, as if it had never died. */
    async restart(): Promise<void> {
        this.restarts.forget();
        this.warned = undefined;
        const turn = await this.stop();
        // Somebody else may have asked for the same meanwhile
        if (turn === this.turn) {
            await this.start();
        }
    }

    /** Stops the server; it stays so until somebody asks for a start. Returns the turn that has ended it. */
    async stop(): Promise<number> {
        const turn = ++this.turn;
        clearTimeout(this.timer);
        const client = this.client;
        this.client = undefined;
        this.enter({ kind: 'stopped' });
        await client?.dispose().catch((error: unknown) => {
            this.log.warn(String(error));
        });
        return turn;
    }

    dispose(): void {
        void this.stop();
        this.changes.dispose();
    }

    private async start(): Promise<void> {
        const turn = ++this.turn;
        this.enter({ kind: 'starting' });
        const { extensionPath, extension } = this.context;
        const ours = (extension.packageJSON as { version: string }).version;
        const { binary, version, sentence, buttons, reason } = await chooseProgram(settings().serverPath, extensionPath, ours);
        if (turn !== this.turn) {
            return;
        }
        this.binary = binary;
        this.log.info(reason);
        if (binary === undefined || version === undefined) {
            this.fail(sentence ?? reason, ...buttons);
            return;
        }
        if (sentence !== undefined && this.warned !== sentence) {
            this.warned = sentence;
            tell('warning', sentence, ...buttons);
        }
        await this.connect(turn, binary.path, version);
    }

    private async connect(turn: number, program: string, version: string): Promise<void> {
        const onDeath = (): void => {
            if (turn === this.turn) {
                this.died();
            }
        };
        const client = makeClient(program, this.log, onDeath);
        this.client = client;
        try {
            await client.start();
        } catch (error) {
            this.log.error(String(error));
            onDeath();
            return;
        }
        if (turn === this.turn) {
            this.enter({ kind: 'running', version });
        }
    }

    private died(): void {
        this.turn += 1;
        const client = this.client;
        this.client = undefined;
        // Its process is gone, and waiting for its farewell with it
        void client?.dispose().catch(() => undefined);
        const wait = this.restarts.died(Date.now());
        if (wait === undefined) {
            this.fail(say('vartani keeps stopping, so it is not started again. You can write on; articles are not checked.'));
            return;
        }
        this.log.warn(`the server is gone; it is started again in ${wait} ms`);
        this.enter({ kind: 'starting' });
        this.timer = setTimeout(() => void this.start(), wait);
    }

    private fail(sentence: string, ...buttons: Button[]): void {
        this.log.error(sentence);
        this.enter({ kind: 'failed', sentence });
        tell('error', sentence, ...buttons, { title: say('Start again'), command: 'vartani.restartServer' });
    }

    private enter(state: State): void {
        this.current = state;
        this.changes.fire(state);
    }
}
