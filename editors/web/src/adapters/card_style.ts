/** How a card over an editor looks: by day and by night, as the system is set. */
export const CARD_STYLE = `
.vartani-card { position: fixed; z-index: 2147483000; box-sizing: border-box; max-width: min(24rem, calc(100vw - 16px));
    overflow: auto; background: #fff; color: #1c1e21; border: 1px solid #c9ccd1; border-radius: 6px; padding: 10px 12px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%); text-align: left;
    font: 15px/1.5 'Noto Sans Devanagari', 'Nirmala UI', 'Kohinoor Devanagari', Mangal, system-ui, sans-serif; }
section + section { border-top: 1px solid #d9dbdf; margin-top: 8px; padding-top: 8px; }
p { margin: 0 0 6px; overflow-wrap: anywhere; } ul { margin: 0 0 6px; padding-left: 20px; }
section > :last-child { margin-bottom: 0; }
.vartani-severity { font-weight: 600; } .vartani-error .vartani-severity { color: #b3221f; }
.vartani-warning .vartani-severity { color: #8a5700; } .vartani-information .vartani-severity { color: #1a5cb0; }
.vartani-rule { color: #5a5f66; font-size: 12px; }
.vartani-fixes { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 6px; }
button { font: inherit; color: #14509e; background: #eef4fc; border: 1px solid #b6cdec; border-radius: 4px;
    padding: 3px 10px; cursor: pointer; min-height: 28px; }
button:hover { background: #dbe9fa; } :focus-visible { outline: 2px solid #1f6fd0; outline-offset: 1px; }
@media (prefers-color-scheme: dark) {
    .vartani-card { background: #25282d; color: #eceef1; border-color: #4a4f57; }
    .vartani-rule { color: #b3b8c0; } section + section { border-color: #4a4f57; }
    .vartani-error .vartani-severity { color: #ff8b86; } .vartani-warning .vartani-severity { color: #f0b95a; }
    .vartani-information .vartani-severity { color: #8fc0ff; }
    button { color: #b9d5fb; background: #2d3b4f; border-color: #49607f; } button:hover { background: #384a63; }
    a { color: #9cc7ff; }
}
@media print { .vartani-card { display: none; } }
`;
