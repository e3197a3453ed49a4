import { store } from './store.ts';

/** How long the page waits after a change before it keeps the draft, in milliseconds. */
const DEBOUNCE = 500;

/** The article, kept in this browser while the writer wants that. */
export class Draft {
    readonly #text: () => string;
    readonly #failed: () => void;
    #timer: ReturnType<typeof setTimeout> | undefined;

    /** `failed` is called when the browser does not keep the draft. */
    constructor(text: () => string, failed: () => void) {
        this.#text = text;
        this.#failed = failed;
        // The last moment at which a page on a phone is told anything
        document.addEventListener('visibilitychange', () => {
            if (document.visibilityState === 'hidden') this.#keepNow();
        });
        window.addEventListener('pagehide', () => {
            this.#keepNow();
        });
    }

    /** What was kept last time. */
    get kept(): string {
        return store.get('draft') ?? '';
    }

    get isOn(): boolean {
        return store.get('keep-draft') !== 'no';
    }

    set isOn(on: boolean) {
        if (on) store.remove('keep-draft');
        else store.set('keep-draft', 'no');
        if (on) this.changed();
        else this.forget();
    }

    /** Keeps the draft a moment after the last change. */
    changed(): void {
        if (!this.isOn) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#keepNow();
        }, DEBOUNCE);
    }

    /** Forgets what is kept; the next change is kept again while the switch is on. */
    forget(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        store.remove('draft');
    }

    #keepNow(): void {
        if (this.#timer === undefined) return;
        clearTimeout(this.#timer);
        this.#timer = undefined;
        const text = this.#text();
        if (text === '') store.remove('draft');
        else if (!store.set('draft', text)) this.#failed();
    }
}
