/** The messages between the thread of a page and a worker, and the version that both sides and the module have to speak. */

import type { Locale } from './types.ts';

/** Grows when a message changes its form; the module has the same number (`bindings/wasm/src/lib.rs`). */
export const PROTOCOL = 1;

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
