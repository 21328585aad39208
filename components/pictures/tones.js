// “@blue”, “@blue/30” and “@blue~30” in a figure as the colours that the page wears now.

const TONE = /^@([a-z-]+)(?:([/~])(\d+))?$/;

/** Return the figure with its tones turned into colours, of the page's own scheme or of another. */
export function wear(figure, node, scheme = "") {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.colorScheme = scheme;
  node.append(probe);
  const known = new Map();
  const colour = (tone) => {
    if (!known.has(tone)) known.set(tone, read(probe, ...tone.match(TONE).slice(1)));
    return known.get(tone);
  };
  const worn = dress(figure, colour, false);
  probe.remove();
  return worn;
}

/** Copy a figure; only what stands under the name of a colour is one, whatever else looks like it. */
function dress(value, colour, isColour) {
  if (typeof value === "string") return isColour && TONE.test(value) ? colour(value) : value;
  if (Array.isArray(value)) return value.map((each) => dress(each, colour, isColour));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, dress(each, colour, /color/i.test(name))]),
  );
}

/** “/” lets what is behind the colour through, “~” mixes it with that of the card. */
function read(probe, name, how, percent = "100") {
  const share = percent / 100;
  const parts = colourOf(probe, name);
  if (how !== "~") return `rgba(${parts.join(", ")}, ${share})`;
  const card = colourOf(probe, "surface");
  return `rgb(${parts.map((part, index) => Math.round(part * share + card[index] * (1 - share))).join(", ")})`;
}

function colourOf(probe, name) {
  probe.style.color = `var(--cv-${name})`;
  return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
}
