/** Articles are marked as they are written. */

import { strict as assert } from 'node:assert';
import {
    commands,
    type Hover,
    MarkdownString,
    type SemanticTokens,
    type SemanticTokensLegend,
    window,
    workspace,
} from 'vscode';
import { article, clear, diagnostics, until, untilHints, untilMarks, untilState } from './desk.ts';

describe('an article', () => {
    before(() => untilState('running'));
    afterEach(clear);

    it('is marked under exactly the word', async () => {
        const document = await article('😀 बैठक मॉस्को में होगी। मॉस्को शांत है। मास्को ने तारीख़ नहीं बताई।');
        await untilMarks(document, [['spelling/inconsistent', 'मास्को']]);
    });

    it('is marked before it has a name', async () => {
        const document = await workspace.openTextDocument({ language: 'plaintext', content: 'मंत्री ने ने कहा।' });
        await window.showTextDocument(document);
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
    });

    for (const extension of ['txt', 'md', 'html']) {
        it(`is read as .${extension}`, async () => {
            const document = await article('मंत्री ने ने कहा कि बारिश से नुकसान हुआ।', extension);
            await untilMarks(document, [['text/repeated-word', 'ने ने']]);
        });
    }

    it('shows dates between the words and who is named on hover', async () => {
        const document = await article('नई दिल्ली, 12 मार्च 2025 (संवाददाता): बैठक बुधवार को हुई।');
        await untilMarks(document, []);
        await untilHints(document, [/12 मार्च/]);
        const hovers = await commands.executeCommand<Hover[]>(
            'vscode.executeHoverProvider',
            document.uri,
            document.positionAt(3),
        );
        const text = hovers.flatMap(({ contents }) =>
            contents.map(content => (content instanceof MarkdownString ? content.value : '')),
        );
        assert.match(text.join(''), /नई दिल्ली/);
    });

    it('is coloured by what is named, where the theme has colours for it', async () => {
        const document = await article('मॉस्को शांत है।');
        const legend = await until('a legend', () =>
            commands.executeCommand<SemanticTokensLegend | undefined>(
                'vscode.provideDocumentSemanticTokensLegend',
                document.uri,
            ),
        );
        assert.deepEqual(legend.tokenTypes, ['person', 'organisation', 'place', 'work', 'date', 'programme', 'event']);
        const tokens = await commands.executeCommand<SemanticTokens>(
            'vscode.provideDocumentSemanticTokens',
            document.uri,
        );
        assert.deepEqual([...tokens.data].slice(0, 4), [0, 0, 'मॉस्को'.length, legend.tokenTypes.indexOf('place')]);
    });

    it('links a mark to the page of its rule', async () => {
        const document = await article('सुनवाई 31 अप्रैल को होगी।');
        await untilMarks(document, [['date/impossible', '31 अप्रैल']]);
        const code = diagnostics(document)[0]?.code;
        assert.ok(typeof code === 'object');
        assert.equal(code.target.toString(), 'vartani-rule:/date/impossible.md');
    });
});
