// How well something is evidenced, told by a shape and a word and not by its colour alone.

const DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z";
const RING = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z";
const TICK = "M4.2 8.1l1.1-1.1 1.8 1.8 3.7-3.8 1.1 1.1-4.8 4.9z";

/** Filled by even-odd: a disc with a tick cut out, a ring with a tick, a half disc, an empty ring. */
export const MARKS = {
  shown: `${DISC}${TICK}`,
  listed: `${RING}${TICK}`,
  implied: `${RING}M8 4a4 4 0 0 0 0 8z`,
  missing: `${RING}M5 7.25h6v1.5H5z`,
};

export const WORDS = {
  shown: "Shown",
  listed: "Listed",
  implied: "Implied",
  missing: "Not found",
};

const WORKED = ["", "Years", "Soft skill"]; // a degree, a licence or a language is not shown by work

export const worded = (strength, sort) =>
  strength === "shown" && WORKED.includes(sort) ? "Shown in work" : WORDS[strength];
