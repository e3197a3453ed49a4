import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { Vartani } from '../src/adapters/tiptap.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(element => {
    const editor = new Editor({
        element,
        content: HTML,
        extensions: [StarterKit.configure({ link: { openOnClick: false } }), Vartani(checker, OPTIONS)],
    });
    return {
        element: editor.view.dom,
        text: () => editor.getText({ blockSeparator: '\n' }),
        html: () => editor.getHTML(),
        destroy: () => {
            editor.destroy();
        },
    };
});
