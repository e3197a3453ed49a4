/** How cards over a foreign page look: by day and by night, as the system is set. */

export const CARD_STYLE = `
.box { position: absolute; pointer-events: auto; box-sizing: border-box; max-width: min(24rem, calc(100vw - 16px)); }
.card { background: #fff; color: #1c1e21; border: 1px solid #c9ccd1; border-left: 4px solid #6a6f78; border-radius: 6px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%); padding: 10px 12px; margin: 0; text-align: left;
    font: 15px/1.5 'Noto Sans Devanagari', 'Nirmala UI', 'Kohinoor Devanagari', Mangal, system-ui, sans-serif; }
.card.error { border-left-color: #d3302f; } .card.warning { border-left-color: #b06f00; }
.card.information { border-left-color: #1f6fd0; }
.card p { margin: 0 0 6px; overflow-wrap: anywhere; } .card p:last-child { margin: 0; }
.card .related, .card .rule { color: #5a5f66; font-size: 13px; }
.fixes { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 6px; }
.card button { font: inherit; color: #14509e; background: #eef4fc; border: 1px solid #b6cdec; border-radius: 4px;
    padding: 3px 10px; cursor: pointer; min-height: 28px; }
.card button:hover { background: #dbe9fa; }
.card :focus-visible { outline: 2px solid #1f6fd0; outline-offset: 1px; }
@media (prefers-color-scheme: dark) {
    .card { background: #25282d; color: #eceef1; border-color: #4a4f57; }
    .card .related, .card .rule { color: #b3b8c0; }
    .card button { color: #b9d5fb; background: #2d3b4f; border-color: #49607f; }
    .card button:hover { background: #384a63; }
}
@media print { .box { display: none; } }
`;
