/** An instance of the module: requests and answers in JSON, through its memory. */

import type { WasmSource } from './protocol.ts';

/** What the module exports. */
interface Exports {
    memory: WebAssembly.Memory;
    protocol(): number;
    input(length: number): number;
    call(): number;
    answer_len(): number;
}

/** The module has refused a request; it goes on. */
export class Refusal extends Error {
    override name = 'Refusal';
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Instance {
    readonly #exports: Exports;

    private constructor(exports: Exports) {
        this.#exports = exports;
    }

    static async of(module: WebAssembly.Module): Promise<Instance> {
        const instance = await WebAssembly.instantiate(module, {});
        return new Instance(instance.exports as unknown as Exports);
    }

    /** The version of its messages. */
    get protocol(): number {
        return this.#exports.protocol();
    }

    /**
     * Answers a request. Whatever it throws that is no `Refusal` has broken the instance.
     */
    call(request: object): unknown {
        const module = this.#exports;
        const bytes = encoder.encode(JSON.stringify(request));
        // Memory that grows is another buffer: it is looked at after each call
        const room = module.input(bytes.length) >>> 0;
        new Uint8Array(module.memory.buffer, room, bytes.length).set(bytes);
        const at = module.call() >>> 0;
        const length = module.answer_len() >>> 0;
        const answer = decoder.decode(new Uint8Array(module.memory.buffer, at, length));
        const { result, error } = JSON.parse(answer) as { result?: unknown; error?: string };
        if (error !== undefined) throw new Refusal(error);
        return result;
    }
}

/** A string without lone surrogates, which are no text: each becomes U+FFFD, which is as long. */
export function wellFormed(text: string): string {
    return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

interface NodeModules {
    getBuiltinModule?(name: 'node:fs/promises'): { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> };
}

/** Loads and compiles the module. */
export async function compile(source: WasmSource): Promise<WebAssembly.Module> {
    if (source instanceof WebAssembly.Module) return source;
    if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
    const address = new URL(source, import.meta.url);
    if (address.protocol === 'file:') {
        const node = (globalThis as { process?: NodeModules }).process;
        const files = node?.getBuiltinModule?.('node:fs/promises');
        if (files) return WebAssembly.compile(await files.readFile(address));
    }
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.href}: ${response.status}`);
    // Only so the browser compiles while it loads, and keeps what it compiled
    if (response.headers.get('content-type')?.startsWith('application/wasm')) {
        return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
}
