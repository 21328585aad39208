// A picture as a file, made in this browser: with its title, its cases, its period and its definition.

import { plotly } from "careervault-pictures/plotly.js";

const WIDTH = 1000;
const LINE = 130;

/** Save a figure, in the colours it wears, as PNG or SVG. */
export async function savePicture({ data, layout }, picture, about, format) {
  const Plotly = await plotly();
  const lines = wrapped(`${about}. ${picture.definition}`);
  const { t = 0, b = 0 } = layout.margin;
  const below = 22 + lines.length * 17;
  const height = layout.height + 56 + below;
  const text = layout.font.color;
  const note = {
    ...{ text: lines.join("<br>"), xref: "paper", yref: "paper", x: 0, y: 0, yanchor: "top", xanchor: "left", align: "left" },
    ...{ showarrow: false, yshift: -(b + 34), font: { size: 11, color: text } },
  };
  const framed = {
    ...layout,
    ...{ width: WIDTH, height, paper_bgcolor: backdrop(), annotations: [...(layout.annotations ?? []), note] },
    title: { text: `<b>${escaped(picture.title)}</b>`, x: 0.02, xanchor: "left", y: 1, yanchor: "top", pad: { t: 18 }, font: { size: 18, color: text } },
    margin: { ...layout.margin, t: t + 56, b: b + below + 26, l: 24, r: 24 },
  };
  const image = await Plotly.toImage({ data, layout: framed }, { format, width: WIDTH, height: height + 26, scale: format === "png" ? 2 : 1 });
  hand(image, `${picture.key}.${format}`);
}

function hand(href, name) {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}

function backdrop() {
  return getComputedStyle(document.body).backgroundColor;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function wrapped(text) {
  const lines = [""];
  for (const word of escaped(text).split(" ")) {
    if (lines.at(-1).length + word.length > LINE) lines.push("");
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}
