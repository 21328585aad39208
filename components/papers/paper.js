// What was read from a paper, fetched once for all who show it, and the word they pass each other.

const MOST = 4;
const held = new Map();

/** Fetch a paper's pages and lines; see `PageView` for the numbers of the lines. */
export function readPaper(address) {
  if (!held.has(address)) {
    held.set(address, fetchText(address));
    if (held.size > MOST) held.delete(held.keys().next().value);
  }
  return held.get(address);
}

/** Have everybody who shows this paper outline these lines, and bring the first one into sight. */
export function highlight(paper, lines, scroll = true) {
  document.dispatchEvent(new CustomEvent("cv-highlight", { detail: { paper, lines, scroll } }));
}

/** Tell a mouse that was moved from a page that was scrolled under it. */
export function isMoved(event) {
  return event.pointerType === "mouse" && (event.movementX !== 0 || event.movementY !== 0);
}

async function fetchText(address) {
  try {
    const answer = await fetch(`${window.path_prefix ?? ""}${address}/text`);
    if (answer.redirected) location.reload(); // the session ended: the page leads to the sign-in
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    const { lines, ...rest } = await answer.json();
    return { ...rest, lines: lines.map((line) => ({ page: 0, ...line })) };
  } catch (problem) {
    held.delete(address);
    throw problem;
  }
}
