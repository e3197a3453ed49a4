/** What can go wrong goes wrong with a sentence, and the editor goes on. */

import { strict as assert } from 'node:assert';
import { commands, Position, window, workspace, WorkspaceEdit } from 'vscode';
import {
    article,
    clear,
    diagnostics,
    file,
    heard,
    inside,
    set,
    standIn,
    until,
    untilMarks,
    untilState,
    write,
} from './desk.ts';

/** Writing goes on, whatever became of the server. */
async function canWrite(): Promise<void> {
    const document = await article('पाठक');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 4), ' आए।');
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), 'पाठक आए।');
}

/** The parts of the trouble in the file that lies where VS Code keeps the folder's settings. */
async function blockSettings(): Promise<() => Promise<void>> {
    await workspace.fs.delete(file('.vscode'), { recursive: true });
    await write(file('.vscode'), '');
    return async () => {
        await workspace.fs.delete(file('.vscode'));
    };
}

describe('trouble:', () => {
    beforeEach(() => untilState('running'));
    afterEach(async () => {
        await clear();
        await set('server.path', undefined);
        await untilState('running');
    });

    it('no program', async () => {
        const said = await heard(async () => {
            await set('server.path', '/nowhere/vartani');
            await untilState('failed');
        });
        assert.deepEqual(said, ['vartani का प्रोग्राम शुरू नहीं हो रहा: /nowhere/vartani']);
        await canWrite();
        const { status } = await inside();
        assert.equal(status.text, '$(error) वर्तनी');
        assert.equal(status.command, 'vartani.showLog');
    });

    it('another program', async () => {
        const said = await heard(async () => {
            await set('server.path', standIn('something-else'));
            await untilState('failed');
        });
        assert.match(said.join(), /शुरू नहीं हो रहा/);
        await canWrite();
    });

    it('a program of another version serves, with a warning', async () => {
        const { supervisor } = await inside();
        const said = await heard(async () => {
            await set('server.path', standIn('of-another-version'));
            await until(
                'the program',
                () => supervisor.state.kind === 'running' && supervisor.state.version === '9.9.9',
            );
        });
        assert.equal(said.length, 1);
        assert.match(said.join(), /संस्करण 9\.9\.9/);
        await untilMarks(await article('मंत्री ने ने कहा।'), [['text/repeated-word', 'ने ने']]);
    });

    for (const name of ['dies-at-start', 'dies-often']) {
        it(`a program that ${name.replace('-', ' ')} is left alone in the end`, async () => {
            const { supervisor } = await inside();
            let starts = 0;
            const counting = supervisor.onDidChange(({ kind }) => (starts += kind === 'starting' ? 1 : 0));
            const said = await heard(async () => {
                await set('server.path', standIn(name));
                await canWrite();
                await untilState('failed');
            });
            counting.dispose();
            assert.equal(said.length, 1);
            assert.match(said.join(), /बार-बार बंद हो रही है/);
            assert.ok(starts >= 5, `${starts} starts`);
            await canWrite();
        }).timeout(60_000);
    }

    it('a program that never answers can be replaced', async () => {
        const { supervisor } = await inside();
        await set('server.path', standIn('never-answers'));
        await until('that program', () => supervisor.binary?.path.endsWith('never-answers'));
        await canWrite();
    });

    it('many restarts at a time end in one server', async () => {
        const { supervisor } = await inside();
        await Promise.all([1, 2, 3].map(() => supervisor.restart()));
        await untilState('running');
        await untilMarks(await article('मंत्री ने ने कहा।'), [['text/repeated-word', 'ने ने']]);
    });

    it('a folder in which nothing can be written', async () => {
        await set('server.path', undefined);
        const unblock = await blockSettings();
        const said = await heard(() => commands.executeCommand('vartani.chooseDateline', '2025-03-12'));
        await unblock();
        assert.match(said.join(), /ख़बर की तारीख़ सेटिंग में लिखी नहीं जा सकी/);
        const notFolder = await write(file('no-folder'), '');
        const more = await heard(() => commands.executeCommand('vartani.createConfig', notFolder));
        assert.match(more.join(), /vartani\.toml नहीं बन सकी/);
    });

    it('an article of 6 MB', async () => {
        const sentence = 'पुस्तकालय में पाठक फिर आने लगे हैं और सचिव ने सबका स्वागत किया। ';
        const paragraph = `${sentence.repeat(6)}\n\n`;
        const count = Math.ceil((6 * 1024 * 1024) / Buffer.byteLength(paragraph));
        const uri = await write(file('long.txt'), `सचिव ने ने कहा।\n\n${paragraph.repeat(count)}`);
        const document = await workspace.openTextDocument(uri);
        await window.showTextDocument(document);
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
        const edit = new WorkspaceEdit();
        edit.insert(uri, new Position(0, 0), 'अपर ');
        assert.ok(await workspace.applyEdit(edit));
        await until('the mark to move', () => diagnostics(document)[0]?.range.start.character === 'अपर सचिव '.length);
        await clear();
        await workspace.fs.delete(uri);
    }).timeout(120_000);

    it('an article in UTF-16', async () => {
        const uri = await write(file('utf16.txt'), Buffer.from('\uFEFFमंत्री ने ने कहा।', 'utf16le'));
        const document = await workspace.openTextDocument(uri);
        await window.showTextDocument(document);
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
    });

    it('an article in an encoding that nobody told', async () => {
        const uri = await write(file('unknown.txt'), Buffer.from('b8b9babbbcbdbebf20'.repeat(40), 'hex'));
        const said = await heard(async () => {
            await window.showTextDocument(uri);
        });
        assert.match(said.join(), /ग़लत एनकोडिंग में पढ़ी गई.*unknown\.txt/);
        await canWrite();
    });
});
