// What changes between two texts, word by word.

const WORDS = /\s+|[^\s]+/g;
const MOST = 400; // words, beyond which a whole is shown against a whole

/** Return pieces `{ text, is }` in order, where `is` is "same", "gone" or "new". */
export function diff(before, after) {
  const [old, fresh] = [before.match(WORDS) ?? [], after.match(WORDS) ?? []];
  if (old.length > MOST || fresh.length > MOST) return joined([piece(before, "gone"), piece(after, "new")]);
  const common = lengths(old, fresh);
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push(piece(old[i], "same"));
      i++, j++;
    } else if (j === fresh.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
      pieces.push(piece(old[i++], "gone"));
    } else {
      pieces.push(piece(fresh[j++], "new"));
    }
  }
  return joined(pieces);
}

const piece = (text, is) => ({ text, is });

/** For each pair of places, how many words the two texts share from there on. */
function lengths(old, fresh) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      common[i][j] = old[i] === fresh[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

function joined(pieces) {
  const whole = [];
  for (const { text, is } of pieces) {
    if (whole.at(-1)?.is === is) whole.at(-1).text += text;
    else whole.push({ text, is });
  }
  return whole.filter(({ text }) => text);
}
