import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor } from 'lexical';
import { registerVartani } from '../src/adapters/lexical.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(parent => {
    const element = document.createElement('div');
    element.className = 'lexical';
    element.contentEditable = 'true';
    parent.append(element);

    const editor = createEditor({
        namespace: 'example',
        nodes: [LinkNode],
        onError(error) {
            throw error;
        },
    });
    editor.setRootElement(element);
    registerRichText(editor);
    editor.update(
        () => {
            const nodes = $generateNodesFromDOM(editor, new DOMParser().parseFromString(HTML, 'text/html'));
            $getRoot()
                .clear()
                .append(...nodes);
        },
        { discrete: true },
    );
    registerHistory(editor, createEmptyHistoryState(), 300);
    registerVartani(editor, checker, OPTIONS);
    return {
        element,
        text: () => editor.read(() => $getRoot().getTextContent().replaceAll('\n\n', '\n')),
        html: () => editor.read(() => $generateHtmlFromNodes(editor)),
        destroy() {
            editor.setRootElement(null);
            parent.remove();
        },
    };
});
