/** The documentation of a rule as a page to read: `vartani-rule:/date/weekday.md`. */

import type { TextDocumentContentProvider } from 'vscode';
import { say } from './say.ts';
import { run } from './server/run.ts';
import type { Supervisor } from './server/supervisor.ts';
import { settings } from './settings.ts';

/** Has the program print the pages. */
export function rulePages(supervisor: Supervisor): TextDocumentContentProvider {
    return {
        provideTextDocumentContent: async uri => {
            const rule = uri.path.replace(/^\/|\.md$/g, '');
            const { binary } = supervisor;
            if (binary === undefined) {
                return say('There is no vartani program to ask for “{0}”.', rule);
            }
            const { code, stdout, stderr } = await run(binary.path, ['explain', rule, ...inLocale()]);
            return code === 0 ? `# ${stdout}` : stderr;
        },
    };
}

/** The arguments that have the program speak the language that is set. */
export function inLocale(): string[] {
    const { locale } = settings();
    return locale === undefined ? [] : ['--locale', locale];
}
