import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { vartani } from '../src/adapters/prosemirror.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(parent => {
    const content = document.createElement('div');
    content.innerHTML = HTML;
    const view = new EditorView(parent, {
        state: EditorState.create({
            doc: DOMParser.fromSchema(schema).parse(content),
            plugins: [
                history(),
                keymap({ 'Mod-z': undo, 'Mod-y': redo }),
                keymap(baseKeymap),
                vartani(checker, OPTIONS),
            ],
        }),
    });
    return {
        element: view.dom,
        text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
        html() {
            const made = document.createElement('div');
            made.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
            return made.innerHTML;
        },
        destroy: () => {
            view.destroy();
        },
    };
});
