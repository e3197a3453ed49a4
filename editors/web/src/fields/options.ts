/** How a field is attached. */

import type { SessionOptions } from '../session/options.ts';

export interface FieldOptions extends SessionOptions {
    /** Whether cards are shown on hover and Alt+Enter; yes unless given. */
    cards?: boolean;
}
