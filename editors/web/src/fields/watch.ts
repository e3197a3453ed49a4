/** Notices what happens to a field. Pages may hold back events, so whoever is told looks for himself as well. */

import { windowOf } from './dom.ts';

/** How often a field is looked at that sent no event: pages write into fields, and move them. */
const LOOK_INTERVAL = 250;

export interface FieldEvents {
    /** The text may have changed. */
    changed(): void;
    /** The caret may have moved, or the focus. */
    caret(): void;
    /** The field may stand elsewhere, or be scrolled. */
    placed(): void;
    /** Called at intervals while the page is seen. */
    look(): void;
}

/** Tells of events until the answer is called. */
export function watchField(element: HTMLElement, events: FieldEvents): () => void {
    const window = windowOf(element);
    const { document } = window;
    const stop = new window.AbortController();
    const listen = { signal: stop.signal, passive: true, capture: true };

    for (const name of ['input', 'compositionend', 'change', 'drop']) {
        element.addEventListener(
            name,
            () => {
                events.changed();
            },
            listen,
        );
    }
    for (const name of ['focus', 'blur']) {
        element.addEventListener(
            name,
            () => {
                events.caret();
            },
            listen,
        );
    }
    document.addEventListener(
        'selectionchange',
        () => {
            events.caret();
        },
        listen,
    );
    element.addEventListener(
        'selectionchange',
        () => {
            events.caret();
        },
        listen,
    );
    for (const name of ['scroll', 'transitionend', 'animationend', 'toggle']) {
        document.addEventListener(
            name,
            () => {
                events.placed();
            },
            listen,
        );
    }
    // Scrolling inside a shadow tree is not told outside of it
    element.addEventListener(
        'scroll',
        () => {
            events.placed();
        },
        listen,
    );
    window.addEventListener(
        'resize',
        () => {
            events.placed();
        },
        listen,
    );

    const sizes = new window.ResizeObserver(() => {
        events.placed();
    });
    sizes.observe(element);
    const nodes = new window.MutationObserver(() => {
        events.changed();
    });
    nodes.observe(element, { childList: true, characterData: true, subtree: true });
    const timer = window.setInterval(() => {
        if (document.visibilityState === 'visible') {
            events.look();
        }
    }, LOOK_INTERVAL);

    return () => {
        stop.abort();
        sizes.disconnect();
        nodes.disconnect();
        window.clearInterval(timer);
    };
}
