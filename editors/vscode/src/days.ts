/** Days as 2025-03-12. */

/** Whether a text is a day of the calendar in this form. */
export function isDay(text: string): boolean {
    return (
        /^\d{4}-\d{2}-\d{2}$/.test(text) &&
        !Number.isNaN(utc(text).getTime()) &&
        utc(text).toISOString().startsWith(text)
    );
}

/** The day so many days before a moment, where the writer is. */
export function daysBefore(now: Date, days: number): string {
    const then = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days));
    return then.toISOString().slice(0, 10);
}

/** A day in words: बुधवार, 12 मार्च 2025. */
export function dayName(day: string): string {
    return new Intl.DateTimeFormat('hi', { dateStyle: 'full', timeZone: 'UTC' }).format(utc(day));
}

function utc(day: string): Date {
    return new Date(`${day}T00:00:00Z`);
}
