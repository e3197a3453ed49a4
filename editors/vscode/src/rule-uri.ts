/** The addresses of the pages of rules. */

import { Uri } from 'vscode';

/** The scheme of these pages. */
export const RULE_SCHEME = 'vartani-rule';

/** The page of a rule. */
export function ruleUri(rule: string): Uri {
    return Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
}
