// What a checker answers, in this thread and in a worker.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { edited, marked, threads, today } from './support.mjs';

const monday = 'नई दिल्ली, 12 मार्च 2025। बैठक बुधवार, 13 मार्च 2025 को होगी।\n';

for (const [where, create] of Object.entries(threads)) {
    describe(`a checker ${where}`, () => {
        let checker;
        before(async () => {
            checker = await create({ today });
        });
        after(() => {
            checker.dispose();
        });

        test('marks a weekday that is another one, with related places and a fix', async () => {
            const { version, diagnostics } = await checker.open('a', monday);
            assert.equal(version, 1);
            assert.equal(diagnostics.length, 1);
            const [mark] = diagnostics;
            assert.equal(mark.rule, 'date/weekday');
            assert.equal(mark.text, monday.slice(mark.start, mark.end));
            assert.match(mark.message, /गुरुवार/);
            assert.match(edited(monday, mark.fixes[0].edits), /बैठक गुरुवार, 13 मार्च/);
        });

        test('counts an emoji as two and reads on after an edit', async () => {
            await checker.open('b', '😀😀 सब ठीक है।\n');
            const { version, diagnostics } = await checker.edit('b', [
                { start: 5, end: 5, insert: 'अाज ' },
                { start: 0, end: 2, insert: '' },
            ]);
            assert.equal(version, 2);
            assert.equal(marked('😀 अाज सब ठीक है।\n', diagnostics), '😀 ⟦अाज⟧ सब ठीक है।\n');
            assert.deepEqual(await checker.diagnostics('b'), { version, diagnostics });
            assert.deepEqual(await checker.fix('b'), [{ start: 3, end: 6, insert: 'आज' }]);
        });

        test('tells of a person, and continues a name', async () => {
            const text = '😀 रूस के राष्ट्रपति व्लादिमीर पुतिन आए। व्लादिमीर पुत';
            await checker.open('c', text);
            const card = await checker.hover('c', text.indexOf('पुतिन') + 2);
            assert.equal(text.slice(card.start, card.end), 'व्लादिमीर पुतिन');
            assert.match(card.markdown, /^### व्लादिमीर पुतिन/);
            assert.equal(await checker.hover('c', text.indexOf('आए')), null);
            const [first] = await checker.complete('c', text.length);
            assert.equal(edited(text, [first.edit]), `${text}िन`);
            assert.notEqual(first.detail, '');
        });

        test('refuses what is not open, and goes on', async () => {
            await assert.rejects(checker.edit('nobody', []), /nobody/);
            await checker.open('d', 'सब ठीक है।');
            await checker.close('d');
            for (const call of [checker.diagnostics('d'), checker.hover('d', 0), checker.fix('d'), checker.close('d')]) {
                await assert.rejects(call, /“d”/);
            }
            assert.deepEqual((await checker.open('d', 'सब ठीक है।')).diagnostics, []);
        });

        test('answers calls in their order', async () => {
            const calls = [checker.open('e', '')];
            for (const letter of 'अाज') calls.push(checker.edit('e', [{ start: 0, end: 0, insert: letter }]));
            assert.deepEqual((await Promise.all(calls)).map(({ version }) => version), [1, 2, 3, 4]);
        });

        test('reads markup as it is told, and a date from a name', async () => {
            const html = '<p class="अाज">बैठक <b>अाज</b> हुई।</p>';
            const { diagnostics } = await checker.open('f', html, { format: 'html' });
            assert.equal(marked(html, diagnostics), '<p class="अाज">बैठक <b>⟦अाज⟧</b> हुई।</p>');
            const text = 'बैठक बुधवार (13 मार्च) को हुई।';
            for (const options of [{ dateline: '2025-03-14' }, { name: 'desk/2025-03-14-sabha.txt' }]) {
                const { diagnostics } = await checker.open('g', text, options);
                assert.equal(marked(text, diagnostics), 'बैठक ⟦बुधवार (13 मार्च)⟧ को हुई।', JSON.stringify(options));
            }
        });

        test('takes other files, another language and another day', async () => {
            const text = 'अध्यक्ष कमलिनी रावत ने मॉस्को में कहा।';
            await checker.open('h', text);
            const actors = [
                {
                    name: 'actors.toml',
                    text: '[k]\nkind = "person"\nname = "<b onclick=alert(1)>कमलिनी</b>"\nlatin = "Kamalini"\nalso = ["कमलिनी रावत"]\nhi = "<img src=x onerror=alert(1)>"\n',
                },
            ];
            const config = { name: 'vartani.toml', text: '[spelling]\navoid = { "मॉस्को" = "मास्को" }\n' };
            assert.deepEqual(await checker.configure({ config, actors, locale: 'en', today }), []);
            const { version, diagnostics } = await checker.diagnostics('h');
            assert.equal(version, 1);
            assert.ok(diagnostics.some(({ text, message }) => text === 'मॉस्को' && /^[^\u0900-\u097F]/.test(message)));
            // HTML in a name comes out as it is written: whoever shows Markdown has to take it for text
            const { markdown } = await checker.hover('h', text.indexOf('कमलिनी'));
            assert.match(markdown, /onerror/);
            assert.deepEqual(await checker.configure({ today }), []);
        });

        test('says where files of the newsroom are wrong, and what is right of them holds', async () => {
            const faults = await checker.configure({
                today,
                config: { name: 'vartani.toml', text: 'locale = "hi"\ncolour = 3\n' },
                actors: [
                    { name: 'one.toml', text: '[a]\nkind = "person"\nname = "कमलिनी रावत"\nlatin = "Kamalini Rawat"\n' },
                    { name: 'two.toml', text: '[b]\nkind = "nobody"\n\n[a]\nkind = "person"\nname = "अ"\nlatin = "A"\n' },
                    { name: 'three.toml', text: '[no-such-actor]\npatch = true\nalso = ["क ख"]\n' },
                ],
                dictionary: 'ठीक\nदो शब्द \u0000\n',
            });
            assert.deepEqual(
                faults.map(({ file, line }) => `${file}:${line}`),
                ['vartani.toml:2', 'dictionary:2', 'two.toml:2', 'two.toml:4', 'three.toml:1'],
            );
            assert.ok(faults.every(({ column, message }) => column >= 1 && message.length > 10));
            const text = 'कमलिनी रावत ने कहा।';
            await checker.open('i', text);
            assert.equal((await checker.hover('i', 2)).end, 'कमलिनी रावत'.length);
            assert.deepEqual(await checker.configure({ today }), []);
        });

        test('survives offsets that are nowhere', async () => {
            await checker.open('j', 'कल');
            const { diagnostics } = await checker.edit('j', [
                { start: 99, end: 3, insert: '।' },
                { start: -5, end: 0, insert: 'अाज ' },
            ]);
            assert.equal(marked('अाज कल।', diagnostics), '⟦अाज⟧ कल।');
            assert.equal(await checker.hover('j', 1e9), null);
            assert.deepEqual(await checker.complete('j', -1), []);
        });

        test('reads a megabyte', async () => {
            const paragraph = 'नगर निगम ने मंगलवार को कहा कि नई सड़क का काम अगले महीने पूरा होगा।\n';
            const text = paragraph.repeat(Math.ceil(2 ** 20 / Buffer.byteLength(paragraph)));
            await checker.open('k', text);
            const { diagnostics } = await checker.edit('k', [{ start: text.length, end: text.length, insert: 'अाज' }]);
            const last = diagnostics.at(-1);
            assert.deepEqual([last.text, last.start], ['अाज', text.length]);
            await checker.close('k');
        });

        test('refuses calls when it was disposed of', async () => {
            const other = await create({ today });
            const pending = other.open('a', 'कल');
            other.dispose();
            await assert.rejects(pending);
            await assert.rejects(other.open('b', ''), /बंद/);
        });
    });
}
