/** Opens the page of a rule: of a mark at the caret first. */

import { commands } from 'vscode';
import { ruleUri } from '../rule-uri.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { chooseRule } from './choose-rule.ts';

export async function explainRule(supervisor: Supervisor, rule?: string): Promise<void> {
    const chosen = rule ?? (await chooseRule(supervisor));
    if (chosen !== undefined) {
        await commands.executeCommand('markdown.showPreview', ruleUri(chosen));
    }
}
