// Plotly, which is large: loaded once, when the first figure is drawn.

let loading;

/** Return Plotly. */
export function plotly() {
  loading ??= import("nicegui-plotly").then((module) => module.Plotly);
  return loading;
}
