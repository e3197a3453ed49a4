/** A checker that takes one word for wrong and knows another one for it. It keeps documents as the real one does. */
export class OneWord {
    constructor({ wrong = 'गलत', right = 'ग़लत', fails = false } = {}) {
        Object.assign(this, {
            wrong,
            right,
            fails,
            documents: new Map(),
            calls: [],
        });
    }

    async open(id, text) {
        this.calls.push(['open', id]);
        if (this.fails) {
            throw new Error('the module did not load');
        }
        this.documents.set(id, { text, version: 1 });
        return this.diagnostics(id);
    }

    async edit(id, edits) {
        this.calls.push(['edit', id, edits]);
        const document = this.#document(id);
        for (const { start, end, insert } of edits) {
            document.text = document.text.slice(0, start) + insert + document.text.slice(end);
        }
        document.version += 1;
        return this.diagnostics(id);
    }

    async diagnostics(id) {
        const { text, version } = this.#document(id);
        const diagnostics = [...text.matchAll(new RegExp(this.wrong, 'g'))].slice(0, 100).map(({ index: start }) => {
            const end = start + this.wrong.length;
            return {
                rule: 'spelling/misspelled',
                severity: 'warning',
                message: `“${this.wrong}” ग़लत है; “${this.right}” लिखें।`,
                start,
                end,
                text: this.wrong,
                related: [],
                fixes: [
                    {
                        title: `बदलें: ${this.right}`,
                        safe: true,
                        edits: [{ start, end, insert: this.right }],
                    },
                ],
            };
        });
        return { version, diagnostics };
    }

    async hover() {
        return null;
    }

    async complete() {
        return [];
    }

    async fix(id) {
        return (await this.diagnostics(id)).diagnostics.flatMap(({ fixes }) => fixes[0].edits);
    }

    async close(id) {
        this.documents.delete(id);
    }

    async configure() {
        return [];
    }

    dispose() {}

    #document(id) {
        const document = this.documents.get(id);
        if (!document) {
            throw new Error(`${id} is not open`);
        }
        return document;
    }
}
