/** What the extension says to people, in Hindi or English. */

import * as l10n from '@vscode/l10n';
import hindi from '../l10n/bundle.l10n.hi.json';
import { settings } from './settings.ts';

/**
 * Has `say` speak the language that marks are in. That is not the language of VS Code: there is no Hindi VS
 * Code, and most who write Hindi use the English one.
 */
export function chooseLanguage(): void {
    l10n.config({ contents: settings().locale === 'en' ? {} : hindi });
}

/** A sentence, written in English here and in Hindi in `l10n/bundle.l10n.hi.json`. */
export function say(sentence: keyof typeof hindi, ...values: (string | number)[]): string {
    return l10n.t(sentence, ...values);
}
