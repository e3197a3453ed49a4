import tinymce from 'tinymce';
import 'tinymce/icons/default/icons';
import 'tinymce/models/dom/model';
import 'tinymce/plugins/link/plugin';
import 'tinymce/skins/content/default/content';
import 'tinymce/skins/ui/oxide/content';
import 'tinymce/skins/ui/oxide/skin';
import 'tinymce/themes/silver/theme';
import { attachField } from '../src/fields/index.ts';
import { typeOver } from '../src/fields/insert.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(async parent => {
    const [editor] = await tinymce.init({
        target: parent.appendChild(document.createElement('textarea')),
        license_key: 'gpl',
        plugins: 'link',
        toolbar: 'bold link',
        menubar: false,
        height: 200,
        setup: editor => {
            editor.on('init', () => {
                editor.setContent(HTML);
            });
        },
    });
    if (!editor) throw new Error('the editor has not started');
    const element = editor.getBody();
    const field = attachField(element, checker, OPTIONS);
    return {
        element,
        text: () => Array.from(element.children, block => block.textContent.replaceAll('\u00a0', ' ')).join('\n'),
        html: () => editor.getContent(),
        // Its document is another one than the page's
        type: text => void typeOver(editor.getDoc(), text),
        destroy() {
            field.detach();
            editor.remove();
        },
    };
});
