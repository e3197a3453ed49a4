/** The tests that run in the extension host. */

import { strict as assert } from 'node:assert';
import { appendFile } from 'node:fs/promises';
import Mocha from 'mocha';

/** What VS Code calls. */
export async function run(): Promise<void> {
    const runner = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'min' });
    runner.suite.emit('pre-require', globalThis, '', runner);
    await Promise.all([
        import('./small.ts'),
        import('./marks.ts'),
        import('./settings.ts'),
        import('./commands.ts'),
        import('./trouble.ts'),
    ]);
    const report: string[] = [];
    const failures = await new Promise<number>(resolve => {
        runner
            .run(resolve)
            .on('pass', test => report.push(`ok ${test.fullTitle()} (${test.duration ?? 0} ms)`))
            .on('fail', (test, error: Error) =>
                report.push(`FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`),
            );
    });
    // VS Code's own messages drown what is printed here
    const file = process.env.VARTANI_REPORT;
    assert.ok(file);
    await appendFile(file, `${report.join('\n')}\n`);
    if (failures > 0) {
        throw new Error(`${failures} tests failed`);
    }
}
