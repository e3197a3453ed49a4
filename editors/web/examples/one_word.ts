import type { Checker, Diagnostic, Diagnostics, TextEdit } from '../src/types.ts';

/** A checker that takes one word for wrong, for pages without the module. */
export class OneWord implements Checker {
    readonly wrong: string;
    readonly right: string;
    readonly #documents = new Map<string, { text: string; version: number }>();

    constructor(wrong = 'निरिक्षण', right = 'निरीक्षण') {
        this.wrong = wrong;
        this.right = right;
    }

    open(id: string, text: string): Promise<Diagnostics> {
        this.#documents.set(id, { text, version: 1 });
        return this.diagnostics(id);
    }

    edit(id: string, edits: TextEdit[]): Promise<Diagnostics> {
        const document = this.#document(id);
        for (const { start, end, insert } of edits) {
            document.text = document.text.slice(0, start) + insert + document.text.slice(end);
        }
        document.version++;
        return this.diagnostics(id);
    }

    diagnostics(id: string): Promise<Diagnostics> {
        const { text, version } = this.#document(id);
        const diagnostics = Array.from(text.matchAll(new RegExp(this.wrong, 'g')), ({ index }) => this.#mark(index));
        return Promise.resolve({ version, diagnostics });
    }

    hover(): Promise<null> {
        return Promise.resolve(null);
    }

    complete(): Promise<[]> {
        return Promise.resolve([]);
    }

    async fix(id: string): Promise<TextEdit[]> {
        const { diagnostics } = await this.diagnostics(id);
        return diagnostics.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    }

    close(id: string): Promise<void> {
        this.#documents.delete(id);
        return Promise.resolve();
    }

    configure(): Promise<[]> {
        return Promise.resolve([]);
    }

    dispose(): void {
        this.#documents.clear();
    }

    #mark(start: number): Diagnostic {
        const end = start + this.wrong.length;
        return {
            rule: 'spelling/misspelled',
            severity: 'warning',
            message: `“${this.wrong}” की सही वर्तनी “${this.right}” है।`,
            start,
            end,
            text: this.wrong,
            related: [],
            fixes: [{ title: `“${this.right}” लिखें`, safe: true, edits: [{ start, end, insert: this.right }] }],
        };
    }

    #document(id: string): { text: string; version: number } {
        const document = this.#documents.get(id);
        if (!document) throw new Error(`${id} is not open`);
        return document;
    }
}
