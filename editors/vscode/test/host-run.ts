/** Runs the mocha tests in the extension host of one VS Code. */

import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { serve } from './vscode.ts';

/** The whole of it takes a quarter of this. */
const PATIENCE = 240_000;

/** What is run, and where. */
export interface HostRun {
    /** The folder of VS Code. */
    home: string;
    /** A folder for its data. */
    data: string;
    /** The unpacked extension. */
    extension: string;
    /** The bundled tests. */
    tests: string;
    /** The folder that is opened. */
    workspace: string;
    environment: NodeJS.ProcessEnv;
    /** Where mocha's report goes, and beside it what VS Code logs. */
    report: string;
}

/** Prints mocha's report and returns the exit code of the run. */
export async function runHostTests(browser: Browser, run: HostRun): Promise<number> {
    await writeFile(run.report, '');
    await writeFile(`${run.report}.log`, '');
    const server = await serve(run.home, run.data, {
        more: ['--disable-workspace-trust'],
        environment: { ...run.environment, VARTANI_REPORT: run.report },
    });
    const page = await newPage(browser);
    try {
        const exit = new Promise<number>(resolve => {
            void page.exposeFunction('codeAutomationLog', (_: string, lines: unknown[]) => {
                void appendFile(`${run.report}.log`, `${lines.map(String).join(' ')}\n`);
            });
            void page.exposeFunction('codeAutomationExit', resolve);
        });
        const tooLate = new Promise<number>((_, reject) => {
            setTimeout(() => {
                reject(new Error(`the tests did not end within ${PATIENCE / 1000} s`));
            }, PATIENCE).unref();
        });
        await page.goto(
            address(server.url, run.workspace, {
                extensionDevelopmentPath: remote(server.url, run.extension),
                extensionTestsPath: remote(server.url, run.tests),
            }),
        );
        return await Promise.race([exit, tooLate]);
    } finally {
        process.stdout.write(await readFile(run.report, 'utf8'));
        await page.context().close();
        server.stop();
    }
}
