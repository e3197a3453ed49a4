/**
 * What the page keeps in this browser, under names that begin with `vartani.`. A browser may refuse to keep anything (private
 * windows, a full disk): the page goes on without.
 */
export const store = {
    get(name: string): string | null {
        try {
            return localStorage.getItem(`vartani.${name}`);
        } catch {
            return null;
        }
    },

    /** False if the browser does not keep it. */
    set(name: string, value: string): boolean {
        try {
            localStorage.setItem(`vartani.${name}`, value);
            return true;
        } catch {
            return false;
        }
    },

    remove(name: string): void {
        try {
            localStorage.removeItem(`vartani.${name}`);
        } catch {
            // Nothing is kept then
        }
    },
};
