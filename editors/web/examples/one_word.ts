import type { Checker, Diagnostic, Diagnostics, TextEdit } from '../src/types.ts';

/** Maximum number of marks in a text. */
const MAX_MARKS = 100;

/** A checker that takes one word for wrong, for pages without the module. It keeps documents as the real one does. */
export class OneWord implements Checker {
    /** What was asked of it, and with what. */
    readonly calls: unknown[][] = [];
    readonly documents = new Map<string, { text: string; version: number }>();
    readonly wrong: string;
    readonly right: string;
    readonly fails: boolean;

    /** One that `fails` opens nothing. */
    constructor({ wrong = 'गलत', right = 'ग़लत', fails = false } = {}) {
        this.wrong = wrong;
        this.right = right;
        this.fails = fails;
    }

    open(id: string, text: string): Promise<Diagnostics> {
        this.calls.push(['open', id]);
        if (this.fails) return Promise.reject(new Error('the module did not load'));
        this.documents.set(id, { text, version: 1 });
        return this.diagnostics(id);
    }

    async edit(id: string, edits: TextEdit[]): Promise<Diagnostics> {
        this.calls.push(['edit', id, edits]);
        const document = this.#document(id);
        for (const { start, end, insert } of edits) {
            document.text = document.text.slice(0, start) + insert + document.text.slice(end);
        }
        document.version++;
        return await this.diagnostics(id);
    }

    diagnostics(id: string): Promise<Diagnostics> {
        const { text, version } = this.#document(id);
        const found = [...text.matchAll(new RegExp(this.wrong, 'g'))].slice(0, MAX_MARKS);
        return Promise.resolve({ version, diagnostics: found.map(({ index }) => this.#mark(index)) });
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
        this.documents.delete(id);
        return Promise.resolve();
    }

    configure(): Promise<[]> {
        return Promise.resolve([]);
    }

    dispose(): void {
        this.documents.clear();
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
        const document = this.documents.get(id);
        if (!document) throw new Error(`${id} is not open`);
        return document;
    }
}
