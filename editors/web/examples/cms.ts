/**
 * A page that imitates a newsroom's CMS: a title, a summary that React controls, the article in a frame, a note in a web
 * component with a shadow tree, and all of it saved by itself a moment after each change.
 */

import { createElement, type Element as ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const SAVE_DELAY = 400;

const state = { title: '', summary: 'सारांश: बुधवार, 13 मार्च 2025 को बैठक।', body: '', note: '' };
let timer: ReturnType<typeof setTimeout> | undefined;

function changed(part: Partial<typeof state>): void {
    Object.assign(state, part);
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_DELAY);
}

async function save(): Promise<void> {
    await fetch('autosave', { method: 'POST', body: JSON.stringify(state) });
    const saved = document.querySelector('#saved');
    if (saved) {
        saved.textContent = 'सहेजी गई';
    }
}

function Summary(): ReactElement {
    const [text, setText] = useState(state.summary);
    return createElement(
        'label',
        null,
        'सारांश',
        createElement('textarea', {
            id: 'react',
            rows: 3,
            value: text,
            onChange: (event: { target: { value: string } }) => {
                setText(event.target.value);
                changed({ summary: event.target.value });
            },
        }),
        createElement('small', { id: 'count' }, `${text.length} अक्षर`),
    );
}

class Note extends HTMLElement {
    connectedCallback(): void {
        const shadow = this.attachShadow({ mode: 'open' });
        const label = document.createElement('label');
        const field = document.createElement('textarea');
        field.style.cssText = 'font: inherit; width: 100%; box-sizing: border-box; padding: 8px 10px';
        field.value = 'डेस्क के लिए: गुरुवार, 12 मार्च 2025 तक।';
        field.addEventListener('input', () => {
            changed({ note: field.value });
        });
        label.append('टिप्पणी', field);
        shadow.append(label);
    }
}

customElements.define('cms-note', Note);
const summary = document.querySelector('#summary');
if (summary) {
    createRoot(summary).render(createElement(Summary));
}
const title = document.querySelector<HTMLInputElement>('#title');
title?.addEventListener('input', () => {
    changed({ title: title.value });
});
const frame = document.querySelector<HTMLIFrameElement>('#body');
function watchBody(): void {
    const body = frame?.contentDocument?.body;
    body?.addEventListener('input', () => {
        changed({ body: body.innerHTML });
    });
}
frame?.addEventListener('load', watchBody);
watchBody();
