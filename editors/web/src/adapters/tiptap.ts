/** TipTap: the ProseMirror plugin as an extension. */

import { Extension } from '@tiptap/core';
import type { Checker } from '../types.ts';
import type { SessionOptions } from '../session/options.ts';
import { vartani } from './prosemirror.ts';

/** An extension that marks what a checker finds, with cards and fixes. */
export function Vartani(checker: Checker, options: SessionOptions = {}): Extension {
    return Extension.create({
        name: 'vartani',
        addProseMirrorPlugins: () => [vartani(checker, options)],
    });
}
