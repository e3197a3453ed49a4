import type { Checker, Locale } from '../src/types.ts';

/** The part of the module that the page uses. */
interface Module {
    createWorkerChecker(options: {
        worker: URL;
        wasm: URL;
        locale: Locale;
        onTrouble(sentence: string): void;
    }): Promise<Checker>;
}

/** Loads the module that lies beside the page, and starts a checker in a worker. */
export async function startChecker(locale: Locale, onTrouble: (sentence: string) => void): Promise<Checker> {
    const folder = new URL('./vartani/', import.meta.url);
    const module = (await import(new URL('index.js', folder).href)) as Module;
    return module.createWorkerChecker({
        worker: new URL('worker.js', folder),
        wasm: new URL('vartani.wasm', folder),
        locale,
        onTrouble,
    });
}
