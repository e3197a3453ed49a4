import { editorSuite } from './editor_suite.mjs';
import { byHighlights } from './marks.mjs';
import { takeFromLayer } from './layer.mjs';

editorSuite('ckeditor', { marks: byHighlights, isRich: true, takeFix: takeFromLayer });
