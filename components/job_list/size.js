// Sizes that follow the text size which the browser is set to, as those of the stylesheet do.

export const rem = (count) => count * parseFloat(getComputedStyle(document.documentElement).fontSize);
