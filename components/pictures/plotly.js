// Plotly, which is large: loaded once, when the first figure is drawn.

let loading;
let tries = 0;

/** Return Plotly. Where it could not be loaded, the next who asks tries again. */
export function plotly() {
  loading ??= load();
  return loading;
}

async function load() {
  // Some browsers remember for good that an address could not be loaded.
  const again = tries++ ? `?try=${tries}` : "";
  try {
    return (await import(import.meta.resolve("nicegui-plotly") + again)).Plotly;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
