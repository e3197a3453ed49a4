// A module that traps, or cannot be loaded: the writer's text goes on, and one sentence says what is off.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createChecker, createWorkerChecker, PROTOCOL } from '../../../editors/web/dist/index.js';
import { threads, today, wasm } from './support.mjs';

const instantiate = WebAssembly.instantiate;
afterEach(() => {
    WebAssembly.instantiate = instantiate;
});

/** Has each instance from now on trap where `traps` says so of a request. */
function trapping(traps) {
    WebAssembly.instantiate = async (...parameters) => {
        const { exports } = await instantiate(...parameters);
        let room;
        const request = () => new TextDecoder().decode(new Uint8Array(exports.memory.buffer, ...room));
        const input = length => {
            room = [exports.input(length), length];
            return room[0];
        };
        const call = () => {
            if (traps(JSON.parse(request()))) throw new WebAssembly.RuntimeError('unreachable');
            return exports.call();
        };
        return { exports: { ...exports, input, call } };
    };
}

test('an instance that breaks once is made anew with all that was open', async () => {
    let isDue = false;
    trapping(({ call }) => {
        const now = isDue && call === 'edit';
        if (now) isDue = false;
        return now;
    });
    const told = [];
    const checker = await createChecker({ today, onTrouble: sentence => told.push(sentence) });
    const config = { name: 'vartani.toml', text: '[spelling]\navoid = { "मॉस्को" = "मास्को" }\n' };
    await checker.configure({ today, config });
    await checker.open('one', 'सब ठीक है। कल');
    await checker.open('two', 'वे मॉस्को गए।');
    isDue = true;
    const { version, diagnostics } = await checker.edit('one', [{ start: 0, end: 0, insert: 'दु:ख ' }]);
    assert.equal(version, 2);
    assert.equal(diagnostics[0].text, 'दु:ख');
    // The newsroom's files hold, and the other document is open
    assert.deepEqual((await checker.diagnostics('two')).diagnostics.map(({ text }) => text), ['मॉस्को']); // prettier-ignore
    assert.equal(told.length, 1);
    assert.match(told[0], /^जाँच बीच में रुकी और फिर से शुरू हुई; पाठ नहीं बदला/);
    assert.equal((await checker.edit('one', [])).version, 3);
});

test('a text that breaks every instance is left out until it changes', async () => {
    trapping(({ call, text, edits }) => /X/.test(text) || (call === 'edit' && /X/.test(edits[0].insert)));
    const told = [];
    const checker = await createChecker({ today, locale: 'en', onTrouble: sentence => told.push(sentence) });
    await checker.open('good', 'अाज');
    await checker.open('bad', 'अाज');
    assert.deepEqual(await checker.edit('bad', [{ start: 3, end: 3, insert: 'X' }]), { version: 2, diagnostics: [] });
    assert.deepEqual(await checker.diagnostics('bad'), { version: 2, diagnostics: [] });
    assert.deepEqual(await checker.hover('bad', 0), null);
    assert.deepEqual(await checker.complete('bad', 0), []);
    assert.equal((await checker.diagnostics('good')).diagnostics.length, 1);
    assert.equal(told.length, 1);
    assert.match(told[0], /^vartani cannot read this text/);
    const { version, diagnostics } = await checker.edit('bad', [{ start: 3, end: 4, insert: '' }]);
    assert.deepEqual([version, diagnostics.length], [3, 1]);
    await checker.close('bad');
});

test('files that break it are given up, the documents are not', async () => {
    trapping(({ dictionary }) => dictionary === 'X');
    const told = [];
    const checker = await createChecker({ today, onTrouble: sentence => told.push(sentence) });
    await checker.open('one', 'अाज');
    assert.deepEqual(await checker.configure({ today, dictionary: 'X' }), []);
    assert.equal(told.length, 1);
    assert.equal((await checker.diagnostics('one')).diagnostics.length, 1);
});

for (const [where, create] of Object.entries(threads)) {
    test(`a module that cannot be loaded is one sentence ${where}`, async () => {
        const address = new URL('nowhere.wasm', import.meta.url);
        await assert.rejects(create({ wasm: address }), /^Error: वर्तनी की जाँच शुरू नहीं हुई \(.*nowhere.*\); लिखना चलता रहेगा$/);
        await assert.rejects(create({ wasm: address, locale: 'en' }), /^Error: vartani could not be started/);
        await assert.rejects(create({ wasm: new Uint8Array([1, 2, 3]) }), /शुरू नहीं हुई/);
        // The page of a server for what it does not have
        const server = createServer((request, response) => response.writeHead(request.url === '/a' ? 404 : 200).end('<html>'));
        await new Promise(listening => server.listen(0, '127.0.0.1', listening));
        const { port } = server.address();
        for (const path of ['a', 'b']) {
            await assert.rejects(create({ wasm: `http://127.0.0.1:${port}/${path}` }), /शुरू नहीं हुई/);
        }
        server.close();
    });

    test(`a module is loaded from an address, from bytes and compiled ${where}`, async () => {
        const bytes = wasm();
        const server = createServer((request, response) => {
            const type = request.url === '/typed' ? 'application/wasm' : 'application/octet-stream';
            response.writeHead(200, { 'content-type': type }).end(bytes);
        });
        await new Promise(listening => server.listen(0, '127.0.0.1', listening));
        const { port } = server.address();
        const sources = [
            `http://127.0.0.1:${port}/typed`,
            new URL(`http://127.0.0.1:${port}/untyped`),
            new Uint8Array(bytes),
            await WebAssembly.compile(bytes),
        ];
        for (const source of sources) {
            const checker = await create({ wasm: source, today });
            assert.equal((await checker.open('a', 'अाज')).diagnostics.length, 1);
            checker.dispose();
        }
        server.close();
    });
}

test('a module of another version is refused', async () => {
    WebAssembly.instantiate = async (...parameters) => {
        const { exports } = await instantiate(...parameters);
        return { exports: { ...exports, protocol: () => PROTOCOL + 1 } };
    };
    await assert.rejects(createChecker(), new RegExp(`अलग-अलग संस्करणों की हैं \\(${PROTOCOL}, ${PROTOCOL + 1}\\)`));
});

test('a worker of another version is refused, and refuses', async () => {
    const worker = new URL('data:text/javascript,' + encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', () => parentPort.postMessage({ protocol: 99, kind: 'ready' }));
    `)); // prettier-ignore
    await assert.rejects(createWorkerChecker({ worker }), new RegExp(`\\(${PROTOCOL}, 99\\)`));
    const real = new Worker(new URL('../../../editors/web/dist/worker.js', import.meta.url));
    const answer = new Promise(told => real.once('message', told));
    real.postMessage({ protocol: 99, kind: 'start', locale: 'en' });
    const { kind, message } = await answer;
    assert.equal(kind, 'failed');
    assert.match(message, new RegExp(`different versions \\(99, ${PROTOCOL}\\)`));
    await real.terminate();
});

test('a worker that dies is one sentence for whoever waits and whoever calls', async () => {
    const worker = new URL('data:text/javascript,' + encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', ({ kind }) => {
            if (kind === 'start') parentPort.postMessage({ protocol: ${PROTOCOL}, kind: 'ready' });
            else throw new Error('out of memory');
        });
    `)); // prettier-ignore
    const checker = await createWorkerChecker({ worker, locale: 'en' });
    await assert.rejects(checker.open('a', ''), /vartani could not be started \(out of memory\)/);
    await assert.rejects(checker.open('b', ''), /out of memory/);
    await assert.rejects(createWorkerChecker({ worker: new URL('nowhere.js', import.meta.url) }), /शुरू नहीं हुई/);
});

test('the day of the clock goes on', async context => {
    context.mock.timers.enable({ apis: ['Date'], now: new Date(2025, 2, 12, 23, 59) });
    const days = [];
    trapping(({ call, today }) => call === 'configure' && days.push(today) && false);
    const checker = await createChecker();
    await checker.open('a', 'बैठक कल होगी।');
    await checker.edit('a', []);
    context.mock.timers.setTime(new Date(2025, 2, 13, 0, 1).getTime());
    await checker.edit('a', []);
    assert.deepEqual(days, ['2025-03-12', '2025-03-13']);
});

test('the module is small enough to be loaded by a page', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(wasm(), { level: 9 }).length;
    assert.ok(packed <= 2.0e6, `vartani.wasm is ${packed} bytes with gzip`);
});

test('types are declared for what is exported', () => {
    const declared = name => readFileSync(new URL(`../../../editors/web/dist/${name}`, import.meta.url), 'utf8');
    assert.match(declared('index.d.ts'), /createWorkerChecker/);
    assert.match(declared('types.d.ts'), /interface Checker /);
});
