import * as monaco from 'monaco-editor';
import { vartani } from '../src/adapters/monaco.ts';
import { startChecker } from './checker.ts';
import { OPTIONS, show, TEXT } from './example.ts';

window.MonacoEnvironment = { getWorker: () => new Worker('./editor.worker.js', { type: 'module' }) };
const checker = await startChecker();

await show(parent => {
    parent.classList.add('monaco-example');
    const editor = monaco.editor.create(parent, {
        value: TEXT,
        language: 'plaintext',
        fontSize: 18,
        fontFamily: "'Noto Sans Devanagari', sans-serif",
        minimap: { enabled: false },
        wordWrap: 'on',
        automaticLayout: true,
        // Words of the article are no suggestions, and a suggestion is never taken by the key that ends a line
        wordBasedSuggestions: 'off',
        acceptSuggestionOnEnter: 'off',
        // Hindi is no Latin in disguise
        unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    });
    vartani(monaco, editor, checker, OPTIONS);
    return {
        element: parent.querySelector<HTMLElement>('.native-edit-context, textarea') ?? parent,
        text: () => editor.getValue(),
        html: () => editor.getValue(),
        type: text => {
            const range = editor.getSelection();
            if (range) editor.executeEdits('example', [{ range, text, forceMoveMarkers: true }]);
        },
        destroy: () => {
            editor.dispose();
        },
    };
});
