import { editorSuite } from './editor_suite.mjs';
import { byElements } from './marks.mjs';

editorSuite('codemirror', {
    marks: byElements('.cm-lintRange'),
    selectors: { card: '.cm-tooltip-lint', fix: '.cm-diagnosticAction' },
});
