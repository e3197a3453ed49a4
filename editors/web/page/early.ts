// Before the page is drawn: the colours that were chosen, so that it does not flash in others.
try {
    const theme = localStorage.getItem('vartani.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
    // The browser keeps nothing: the colours of the system
}
