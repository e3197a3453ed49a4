/** How cards over a foreign page look: by day and by night, as the system is set. */

export const CARD_STYLE = `
.box { position: absolute; pointer-events: auto; box-sizing: border-box; width: max-content; overflow: auto;
    max-width: min(24rem, calc(100vw - 16px)); border-radius: 6px; box-shadow: 0 4px 16px rgb(0 0 0 / 20%); }
.vartani-card { background: #fff; color: #1c1e21; border: 1px solid #c9ccd1; border-radius: 6px; padding: 10px 12px;
    margin: 0; text-align: left; overflow-wrap: anywhere;
    font: 15px/1.5 'Noto Sans Devanagari', 'Nirmala UI', 'Kohinoor Devanagari', Mangal, system-ui, sans-serif; }
.vartani-card p { margin: 0 0 6px; }
.vartani-card section + section { border-top: 1px solid #dfe2e6; margin-top: 8px; padding-top: 8px; }
.vartani-card .vartani-rule { color: #5a5f66; font-size: 12px; margin: 0; }
.vartani-severity { font-weight: 600; color: #4d535b; }
.vartani-error .vartani-severity { color: #b3211f; } .vartani-warning .vartani-severity { color: #875400; }
.vartani-information .vartani-severity { color: #14509e; }
.vartani-fixes { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 8px; }
.vartani-related { margin: 0 0 6px; padding-left: 18px; color: #5a5f66; font-size: 13px; }
.vartani-card a { color: #14509e; }
.vartani-card button { font: inherit; color: #14509e; background: #eef4fc; border: 1px solid #b6cdec; border-radius: 4px;
    padding: 3px 10px; cursor: pointer; min-height: 28px; }
.vartani-card button:hover { background: #dbe9fa; }
:focus-visible { outline: 2px solid #1f6fd0; outline-offset: -2px; }
@media (prefers-color-scheme: dark) {
    .vartani-card { background: #25282d; color: #eceef1; border-color: #4a4f57; }
    .vartani-card .vartani-rule, .vartani-related { color: #b3b8c0; }
    .vartani-severity { color: #c3c8cf; } .vartani-error .vartani-severity { color: #ff9d99; }
    .vartani-warning .vartani-severity { color: #f0bd6b; } .vartani-information .vartani-severity { color: #9cc6ff; }
    .vartani-card a { color: #9cc6ff; } .vartani-card section + section { border-color: #4a4f57; }
    .vartani-card button { color: #b9d5fb; background: #2d3b4f; border-color: #49607f; }
    .vartani-card button:hover { background: #384a63; }
}
@media print { .box { display: none; } }
`;
