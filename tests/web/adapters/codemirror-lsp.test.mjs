import { editorSuite } from './editor_suite.mjs';
import { byElements } from './marks.mjs';

editorSuite('codemirror-lsp', {
    marks: byElements('.cm-lintRange'),
    selectors: { card: '.cm-tooltip-lint', fix: '.cm-diagnosticAction' },
    query: 'checker',
    // The client waits half a second before it tells of edits
    soon: 900,
});
