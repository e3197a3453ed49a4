// What Mozilla's store says of the extension for Firefox, which is not run here.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { WEB } from '../browser.mjs';

test('the linter of the store finds nothing in the extension for Firefox', async () => {
    const out = await mkdtemp(join(tmpdir(), 'vartani-firefox-'));
    execFileSync(process.execPath, [`${WEB}extension/build.mjs`, '--out', out], { stdio: 'inherit' });
    const linter = `${WEB}node_modules/.bin/addons-linter`;
    const report = JSON.parse(execFileSync(linter, ['--output', 'json', '--warnings-as-errors', `${out}/vartani-firefox.zip`]));
    assert.deepEqual([...report.errors, ...report.warnings, ...report.notices], []);
    assert.ok(report.metadata.totalScannedFileSize > 0);
    await rm(out, { recursive: true, force: true });
});
