import { basicSetup, EditorView } from 'codemirror';
import { vartani } from '../src/adapters/codemirror.ts';
import { startChecker } from './checker.ts';
import { OPTIONS, show, TEXT } from './example.ts';

const checker = await startChecker();

await show(parent => {
    const view = new EditorView({
        parent,
        doc: TEXT,
        extensions: [basicSetup, EditorView.lineWrapping, vartani(checker, OPTIONS)],
    });
    return {
        element: view.contentDOM,
        text: () => view.state.doc.toString(),
        html: () => view.state.doc.toString(),
        destroy: () => {
            view.destroy();
        },
    };
});
