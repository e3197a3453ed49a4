/** Every setting does what it says, at once. */

import { strict as assert } from 'node:assert';
import { window, WorkspaceEdit, workspace } from 'vscode';
import {
    article,
    clear,
    diagnostics,
    file,
    inside,
    marks,
    set,
    standIn,
    until,
    untilHints,
    untilMarks,
    untilState,
    write,
} from './desk.ts';

describe('the setting', () => {
    before(() => untilState('running'));
    afterEach(async () => {
        await clear();
        for (const name of [
            'locale',
            'dateline',
            'typingDelay',
            'workspaceDiagnostics',
            'across',
            'verified',
            'hints.dates',
            'hints.people',
            'trace.server',
        ]) {
            await set(name, undefined);
        }
    });

    it('locale changes the language of marks', async () => {
        const document = await article('मंत्री ने ने कहा।');
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
        assert.match(diagnostics(document)[0]?.message ?? '', /दो बार लिखा है/);
        await set('locale', 'en');
        await until('an English message', () => diagnostics(document)[0]?.message.includes('twice in a row'));
        const { status } = await inside();
        await until('an English tooltip', () =>
            status.accessibilityInformation?.label.includes('Marks in this article'),
        );
    });

    it('dateline tells the day of an article that does not say it', async () => {
        await set('dateline', '2025-03-12');
        const document = await article('बैठक शुक्रवार (13 मार्च) को होगी।');
        await untilMarks(document, [['date/weekday', 'शुक्रवार (13 मार्च)']]);
        await set('dateline', '2026-03-11');
        await untilMarks(document, []);
    });

    it('typingDelay holds back the mark at the word being typed', async () => {
        await set('typingDelay', 600_000);
        const document = await article('मंत्री ने कहा।\n');
        await untilMarks(document, []);
        const type = async (text: string): Promise<void> => {
            const edit = new WorkspaceEdit();
            edit.insert(document.uri, document.lineAt(1).range.end, text);
            await workspace.applyEdit(edit);
        };
        await type('सुनवाई 31 अप्रैल');
        await type(' को होगी');
        await untilMarks(document, [['date/impossible', '31 अप्रैल']]);
        await type(' और 30 फ़रवरी');
        await new Promise(resolve => setTimeout(resolve, 300));
        assert.equal(marks(document).length, 1);
        await set('typingDelay', 0);
        await untilMarks(document, [
            ['date/impossible', '31 अप्रैल'],
            ['date/impossible', '30 फ़रवरी'],
        ]);
    });

    it('workspaceDiagnostics chooses whether closed articles are marked', async () => {
        const closed = { uri: file('articles', 'library.txt') };
        await until('the marks of a closed article', () => diagnostics(closed).length === 2);
        await set('workspaceDiagnostics', false);
        await until('no marks', () => diagnostics(closed).length === 0);
    });

    it('across holds the names of an article against those of the others', async () => {
        await write(file('across', 'first.txt'), 'वार्ता मॉस्को में होगी।');
        await write(file('across', 'second.txt'), 'मॉस्को शांत है।');
        const uri = await write(file('across', 'third.txt'), '❄ मास्को में बर्फ़ गिरी।');
        const document = await workspace.openTextDocument(uri);
        await window.showTextDocument(document);
        await set('across', true);
        await untilMarks(document, [['spelling/across', 'मास्को']]);
        await set('across', false);
        await untilMarks(document, []);
    });

    it('hints.dates and hints.people choose what stands between the words', async () => {
        const document = await article('नई दिल्ली, 12 मार्च 2025 (संवाददाता): द्रौपदी मुर्मू बुधवार को आएँगी।');
        await untilHints(document, [/12 मार्च/]);
        await set('hints.people', 'latin');
        await untilHints(document, [/Droupadi Murmu/, /12 मार्च/]);
        await set('hints.dates', false);
        await untilHints(document, [/Droupadi Murmu/]);
        await set('hints.people', 'role');
        await untilHints(document, [/राष्ट्रपति/]);
    });

    it('server.path chooses the program, and the one that came along when it is taken away', async () => {
        const { supervisor } = await inside();
        await set('server.path', standIn('of-another-version'));
        await until(
            'the other program',
            () => supervisor.state.kind === 'running' && supervisor.state.version === '9.9.9',
        );
        assert.equal(supervisor.binary?.chosenBy, 'setting');
        await set('server.path', undefined);
        await until(
            'our own program',
            () => supervisor.state.kind === 'running' && supervisor.state.version !== '9.9.9',
        );
        assert.equal(supervisor.binary.chosenBy, 'extension');
    });

    it('trace.server can be switched on while articles are marked', async () => {
        await set('trace.server', 'messages');
        const document = await article('मंत्री ने ने कहा।');
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
    });
});
