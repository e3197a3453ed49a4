/** How a field is attached. */

import type { AdapterOptions } from '../adapters/options.ts';
import type { Diagnostic } from '../types.ts';

export interface FieldOptions extends AdapterOptions {
    /** Whether cards are shown on hover and Alt+Enter; yes unless given. */
    cards?: boolean;
    /** Told after each check. */
    onMarks?: (marks: readonly Diagnostic[]) => void;
    /** What the ids of documents begin with, where several pages share a checker. */
    idPrefix?: string;
}
