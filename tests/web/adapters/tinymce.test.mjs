import { editorSuite } from './editor_suite.mjs';
import { byHighlights } from './marks.mjs';
import { compose } from './support.mjs';
import { takeFromLayer } from './layer.mjs';

editorSuite('tinymce', {
    marks: byHighlights,
    isRich: true,
    takeFix: takeFromLayer,
    // Its history begins a step at the key, not at the letters
    write: compose,
    inside: page => page.frameLocator('main iframe').first(),
});
