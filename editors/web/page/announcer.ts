/** Says sentences to everybody: in a line of the page that screen readers read out, which goes away by itself. */
export class Announcer {
    readonly #line: HTMLElement;
    readonly #quiet: HTMLElement;
    #timer: ReturnType<typeof setTimeout> | undefined;

    /** `line` is seen, `quiet` only heard; both are live regions. */
    constructor(line: HTMLElement, quiet: HTMLElement) {
        this.#line = line;
        this.#quiet = quiet;
    }

    /** Shows and says a sentence. */
    say(sentence: string): void {
        this.#line.textContent = sentence;
        this.#line.classList.add('is-shown');
        clearTimeout(this.#timer);
        // Long enough for 15 characters a second, and some time to notice it
        this.#timer = setTimeout(
            () => {
                this.#line.classList.remove('is-shown');
                this.#line.textContent = '';
            },
            5000 + (sentence.length / 15) * 1000,
        );
    }

    /** Says a sentence to screen readers alone. */
    whisper(sentence: string): void {
        this.#quiet.textContent = sentence;
    }
}
