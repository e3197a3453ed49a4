/** The languages that articles are written in. */
export const LANGUAGES = ['plaintext', 'markdown', 'html'];
