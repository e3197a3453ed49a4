/** Every command does what it says. */

import { strict as assert } from 'node:assert';
import { type CodeAction, commands, type Diagnostic, Position, Selection, Uri, window, workspace } from 'vscode';
import {
    article,
    clear,
    diagnostics,
    file,
    folder,
    heard,
    inside,
    ruleOf,
    set,
    until,
    untilMarks,
    untilState,
    write,
} from './desk.ts';

function run(command: string, ...values: unknown[]): Thenable<unknown> {
    return commands.executeCommand(`vartani.${command}`, ...values);
}

function front(): Uri | undefined {
    return window.activeTextEditor?.document.uri;
}

describe('the command', () => {
    before(() => untilState('running'));
    afterEach(async () => {
        await clear();
        await set('dateline', undefined);
        await set('workspaceDiagnostics', undefined);
    });

    it('fixArticle makes the safe fixes and leaves the others', async () => {
        const document = await article('बैठक अाज होगी, सुनवाई 31 अप्रैल को।');
        await untilMarks(document, [
            ['spelling/encoding', 'अाज'],
            ['date/impossible', '31 अप्रैल'],
        ]);
        const told = await heard(async () => {
            assert.equal(await run('fixArticle'), true);
        });
        assert.match(told.join(), /पक्के सुधार किए गए: 1 \(“अाज” → “आज”\)/);
        assert.equal(document.getText(), 'बैठक आज होगी, सुनवाई 31 अप्रैल को।');
        await untilMarks(document, [['date/impossible', '31 अप्रैल']]);
        const said = await heard(() => run('fixArticle'));
        assert.match(said.join(), /निशान एक-एक करके देखें/);
    });

    it('checkFolder lists the marks of articles that are not open', async () => {
        await set('workspaceDiagnostics', false);
        const uri = file('articles', 'library.txt');
        await until('no marks of closed articles', () => diagnostics({ uri }).length === 0);
        assert.equal(await run('checkFolder', file('articles')), 2);
        const places = diagnostics({ uri }).map(place);
        assert.deepEqual(places, ['text/repeated-word 2:5-2:10', 'date/impossible 2:38-2:47']);
        assert.deepEqual(diagnostics({ uri: file('articles', 'clean.md') }), []);
        // Once it is open the server tells of it, and every mark is there once
        const document = await workspace.openTextDocument(uri);
        await window.showTextDocument(document);
        await untilMarks(document, [
            ['text/repeated-word', 'ने ने'],
            ['date/impossible', '31 अप्रैल'],
        ]);
    });

    it('checkFolder says so where a folder cannot be checked', async () => {
        const said = await heard(() => run('checkFolder', file('no-such-folder')));
        assert.match(said.join(), /कुछ ख़बरें नहीं जाँची जा सकीं: .*no-such-folder/);
    });

    it('chooseDateline writes the day into the settings of the folder', async () => {
        await run('chooseDateline', '2025-03-12');
        const { workspaceValue } = workspace.getConfiguration('vartani').inspect('dateline') ?? {};
        assert.equal(workspaceValue, '2025-03-12');
        await run('chooseDateline', '');
        assert.equal(workspace.getConfiguration('vartani').get('dateline'), '');
    });

    it("openActors opens the newsroom's names", async () => {
        await window.showTextDocument(file('articles', 'clean.md'));
        await run('openActors');
        assert.equal(front()?.toString(), file('names.toml').toString());
    });

    it('openActors makes a file for names and enters it in vartani.toml', async () => {
        const text = await write(file('other', 'article.txt'), 'पाठक आए।');
        await window.showTextDocument(text);
        await run('openActors');
        assert.equal(front()?.toString(), file('other', 'names.toml').toString());
        const config = new TextDecoder().decode(await workspace.fs.readFile(file('other', 'vartani.toml')));
        assert.equal(config, 'actors = ["names.toml"]\n\n[spelling]\naccept = ["वर्तनी"]\n');
        // What was made is understood
        await until('no fault in the new file', () => diagnostics({ uri: file('other', 'names.toml') }).length === 0);
    });

    it('createConfig writes a commented vartani.toml and opens one that is there', async () => {
        const place = file('new');
        await workspace.fs.createDirectory(place);
        await run('createConfig', place);
        assert.equal(front()?.toString(), Uri.joinPath(place, 'vartani.toml').toString());
        assert.match(window.activeTextEditor?.document.getText() ?? '', /^# vartani/);
        await clear();
        await run('createConfig', folder());
        assert.equal(front()?.toString(), file('vartani.toml').toString());
    });

    it('explainRule opens the page of a rule', async () => {
        await run('explainRule', 'date/weekday');
        const page = await workspace.openTextDocument(Uri.parse('vartani-rule:/date/weekday.md'));
        assert.match(page.getText(), /^# date\/weekday[^]*## क्यों/);
        const tabs = window.tabGroups.all.flatMap(group => group.tabs.map(tab => tab.label));
        assert.ok(
            tabs.some(label => label.includes('weekday.md')),
            tabs.join(),
        );
    });

    it('tryRule shows what the rule of the mark at the caret marks in a folder', async () => {
        await set('workspaceDiagnostics', false);
        const document = await article('मंत्री ने ने कहा।');
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
        const caret = document.positionAt(document.getText().indexOf('ने ने') + 2);
        assert.ok(window.activeTextEditor);
        window.activeTextEditor.selection = new Selection(caret, caret);
        const shown = await run('tryRule', undefined, folder());
        assert.match(String(shown), /library\.txt:3:6.*⟦ने ने⟧/u);
    });

    it('tryRule waits until vartani.toml is saved', async () => {
        const config = await workspace.openTextDocument(file('vartani.toml'));
        const editor = await window.showTextDocument(config);
        await editor.edit(edit => {
            edit.insert(new Position(0, 0), '# नई बात\n');
        });
        const said = await heard(() => run('tryRule', 'date/weekday', folder()));
        assert.match(said.join(), /पहले vartani\.toml सहेजें/);
        await commands.executeCommand('workbench.action.files.revert');
    });

    it('openSample opens an article with marks', async () => {
        await run('openSample');
        const document = window.activeTextEditor?.document;
        assert.ok(document);
        await until('marks in the sample', () => diagnostics(document).length >= 5);
    });

    it('restartServer starts a server that marks what is open', async () => {
        const document = await article('मंत्री ने ने कहा।');
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
        const states: string[] = [];
        const { supervisor } = await inside();
        const listening = supervisor.onDidChange(({ kind }) => states.push(kind));
        await run('restartServer');
        listening.dispose();
        assert.deepEqual(states, ['stopped', 'starting', 'running']);
        await untilMarks(document, [['text/repeated-word', 'ने ने']]);
    });

    it('that a choice for the newsroom brings along saves its file', async () => {
        const uri = await write(file('house', 'article.txt'), 'मॉस्को शांत है। मास्को ने कहा।');
        await write(file('house', 'vartani.toml'), '');
        const document = await workspace.openTextDocument(uri);
        await window.showTextDocument(document);
        await untilMarks(document, [['spelling/inconsistent', 'मास्को']]);
        const range = diagnostics(document)[0]?.range;
        const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
        const choice = actions.find(({ title }) => title.includes('तय करें'));
        assert.ok(choice?.edit && choice.command, actions.map(({ title }) => title).join());
        await workspace.applyEdit(choice.edit);
        await commands.executeCommand(choice.command.command, ...((choice.command.arguments ?? []) as unknown[]));
        const saved = new TextDecoder().decode(await workspace.fs.readFile(file('house', 'vartani.toml')));
        assert.match(saved, /prefer = \["(मॉस्को|मास्को)"\]/);
    });

    it('insertSnippet writes a dateline of today', async () => {
        const document = await article('');
        await commands.executeCommand('editor.action.insertSnippet', {
            langId: 'plaintext',
            name: 'डेटलाइन · dateline',
        });
        const today = new Intl.DateTimeFormat('hi', { day: 'numeric', month: 'long' }).format(new Date());
        const expected = `नई दिल्ली, ${today} (संवाददाता): `;
        assert.equal(document.getText(), expected);
    });

    it('openDictionary opens the words of the user', async () => {
        await run('openDictionary');
        assert.match(front()?.path ?? '', /vartani\/dictionary\.txt$/);
    });

    it('has keys that nobody else has', async () => {
        const page = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
        const bindings = [...page.getText().matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)];
        assert.ok(bindings.length > 500, `${bindings.length} keys`);
        const ours = bindings.filter(([, , command]) => command?.startsWith('vartani.'));
        assert.equal(ours.length, 3);
        for (const [, key] of ours) {
            const others = bindings.filter(([, other]) => other === key).map(([, , command]) => command);
            assert.equal(others.length, 1, `${key}: ${others.join()}`);
        }
    });

    it('showLog shows the log', async () => {
        await run('showLog');
    });
});

function place(diagnostic: Diagnostic): string {
    const { start, end } = diagnostic.range;
    return `${ruleOf(diagnostic)} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
