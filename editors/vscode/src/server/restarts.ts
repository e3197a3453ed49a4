/** When a server that has died is started again, and when it is left alone. */

/** So many deaths within this time are enough: also one that dies every minute is left alone in the end. */
const MOST_DEATHS = 5;
const WITHIN = 10 * 60_000;

/** The wait before the first restart; each further one is twice as long. */
const FIRST_WAIT = 250;

/** Remembers the deaths of one server. */
export class Restarts {
    private deaths: number[] = [];

    /** Counts a death; the wait before the next start in milliseconds, or `undefined` to leave it. */
    died(now: number): number | undefined {
        this.deaths = [...this.deaths.filter(death => now - death < WITHIN), now];
        return this.deaths.length < MOST_DEATHS ? FIRST_WAIT * 2 ** (this.deaths.length - 1) : undefined;
    }

    /** Forgets: somebody has asked for a start. */
    forget(): void {
        this.deaths = [];
    }
}
