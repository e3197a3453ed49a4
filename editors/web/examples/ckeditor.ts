import 'ckeditor5/ckeditor5.css';
import { Bold, ClassicEditor, Essentials, Link, Paragraph } from 'ckeditor5';
import { attachField } from '../src/fields/index.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(async parent => {
    const editor = await ClassicEditor.create({
        attachTo: parent.appendChild(document.createElement('div')),
        licenseKey: 'GPL',
        plugins: [Essentials, Paragraph, Bold, Link],
        toolbar: ['bold', 'link'],
        root: { initialData: HTML },
    });
    const element = editor.ui.getEditableElement();
    if (!element) throw new Error('the editor has nothing to write in');
    const field = attachField(element, checker, OPTIONS);
    return {
        element,
        text: () => Array.from(element.children, block => block.textContent.replaceAll('\u00a0', ' ')).join('\n'),
        html: () => editor.getData(),
        // It takes back what it did not write itself
        type(text) {
            editor.execute('insertText', { text });
        },
        destroy() {
            field.detach();
            void editor.destroy();
        },
    };
});
