/** The messages between the thread of a page and a worker, and the version that both sides and the module have to speak. */

import type { Diagnostic, Locale } from './types.ts';

/** Grows when a message changes its form; the module has the same number (`bindings/wasm/src/lib.rs`). */
export const PROTOCOL = 2;

/** The marks of a document, as they differ from those that were told before: typing tells little, whatever the document. */
export interface Changes {
    version: number;
    /** Where text was replaced, one replacement after another: each moves what stands behind it. */
    replaced: { start: number; end: number; inserted: number }[];
    /**
     * The marks in order: a number stands for so many of those that were told, which come next; a negative one for so many
     * that are gone. Those that nobody names are gone too.
     */
    marks: (Diagnostic | number)[];
}

/** The calls that a worker answers: the methods of a checker. */
export type Method = 'open' | 'edit' | 'diagnostics' | 'hover' | 'complete' | 'fix' | 'close' | 'configure';

/** What a worker is told. */
export type ToWorker =
    | { protocol: number; kind: 'start'; wasm?: WasmSource; locale?: Locale; today?: string }
    | { kind: 'call'; number: number; method: Method; parameters: unknown[] };

/** What a worker tells. */
export type FromWorker =
    | { protocol: number; kind: 'ready' }
    | { kind: 'failed'; message: string }
    | { kind: 'result'; number: number; result: unknown }
    | { kind: 'refused'; number: number; message: string }
    | { kind: 'trouble'; message: string };

/** Where the module is: its address, its bytes, or compiled already. */
export type WasmSource = string | URL | ArrayBuffer | Uint8Array<ArrayBuffer> | WebAssembly.Module;
