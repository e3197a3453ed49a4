// The module marks what the native program marks.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createChecker } from '../../../editors/web/dist/index.js';
import { root } from './support.mjs';

const program = process.env.VARTANI;
const formats = { '.txt': 'plain', '.md': 'markdown', '.html': 'html' };

/** What the native program finds in a folder: by the name of a file, its marks in order. */
function natively(folder) {
    const { stdout, stderr, status } = spawnSync(program, ['check', '--format', 'json', '--locale', 'hi', '.'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        env: { ...process.env, XDG_CONFIG_HOME: folder, HOME: folder },
    });
    assert.ok(status === 0 || status === 1, stderr);
    const found = new Map();
    for (const line of stdout.split('\n').filter(Boolean)) {
        const mark = JSON.parse(line);
        const name = path.normalize(mark.path);
        found.set(name, [...(found.get(name) ?? []), mark]);
    }
    return found;
}

/** A mark of the native program as the module tells it: offsets in UTF-16 for bytes. */
function inUtf16(mark, text) {
    const bytes = Buffer.from(text);
    const at = byte => bytes.subarray(0, byte).toString().length;
    const range = ({ span }) => ({ start: at(span.start), end: at(span.end) });
    return {
        rule: mark.rule,
        severity: mark.severity,
        message: mark.message,
        ...range(mark),
        text: mark.text,
        related: mark.related.map(one => ({ ...range(one), message: one.message })),
        fixes: mark.fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...range(edit), insert: edit.insert })) })),
    };
}

/** Compares every article of a folder; returns the numbers of articles and of marks. */
async function compare(folder) {
    const native = natively(folder);
    // The program, which reads what is written, asks no clock
    const checker = await createChecker({ locale: 'hi', today: '' });
    const names = readdirSync(folder, { recursive: true }).filter(name => path.extname(name) in formats);
    let marks = 0;
    for (const name of names) {
        const text = readFileSync(path.join(folder, name), 'utf8');
        const options = { format: formats[path.extname(name)], name };
        const { diagnostics } = await checker.open('article', text, options);
        const expected = (native.get(path.normalize(name)) ?? []).map(mark => inUtf16(mark, text));
        assert.deepEqual(diagnostics, expected, name);
        marks += expected.length;
    }
    checker.dispose();
    return [names.length, marks];
}

test('the sample articles', async context => {
    const [articles, marks] = await compare(fileURLToPath(new URL('tests/articles/', root)));
    context.diagnostic(`${marks} marks in ${articles} articles`);
    assert.ok(marks > 30);
});

test('every line of the rules, as an article', async context => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vartani-'));
    const rules = fileURLToPath(new URL('tests/rules/', root));
    for (const file of readdirSync(rules)) {
        const lines = readFileSync(path.join(rules, file), 'utf8').split('\n').filter(line => !/^[@#~]|^$/.test(line));
        const articles = lines.map(line => line.split(' → ')[0].replace(/[⟦⟧]/g, '').replaceAll('¶', '\n'));
        // Each has a file name of its own day, so that some have a dateline
        articles.forEach((text, number) => {
            const name = number % 2 ? `2025-03-12-${number}` : `${number}`;
            writeFileSync(path.join(folder, `${path.parse(file).name}-${name}.txt`), text);
        });
    }
    const [articles, marks] = await compare(folder);
    context.diagnostic(`${marks} marks in ${articles} articles`);
    assert.ok(articles > 1000 && marks > 500);
    rmSync(folder, { recursive: true });
});

test('news', async context => {
    const news = new URL('../shared/eval/news-ccbysa.jsonl', root);
    if (!existsSync(news)) return context.skip(`there is no ${fileURLToPath(news)}`);
    const folder = mkdtempSync(path.join(tmpdir(), 'vartani-'));
    const lines = readFileSync(news, 'utf8').split('\n').filter(Boolean);
    lines.forEach((line, number) => writeFileSync(path.join(folder, `${number}.txt`), JSON.parse(line).text));
    const [articles, marks] = await compare(folder);
    context.diagnostic(`${marks} marks in ${articles} articles`);
    rmSync(folder, { recursive: true });
});
