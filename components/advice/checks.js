// What a person must still fill in or confirm in words that a model wrote.

const GAP = /\[\p{L}[^[\]\n]{0,40}\]/u;

/** The first thing to fill in, such as "[number]", or an empty text. */
export function gapIn(text) {
  return GAP.exec(text)?.[0] ?? "";
}

/** The doubtful pieces that still stand in the text, each once. */
export function openDoubts(text, doubts) {
  const seen = new Set();
  return doubts.filter((doubt) => {
    if (seen.has(doubt.text) || !holds(text, doubt.text)) return false;
    seen.add(doubt.text);
    return true;
  });
}

function holds(text, piece) {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + piece.length])) return true;
  }
  return false;
}

const isWord = (char) => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
