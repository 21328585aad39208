// What the address bar says about the list: view, filters and order.

export const MANY = ["stage", "outcome", "tag", "source"];
export const SORTS = [
  ["company", "Company"],
  ["position", "Position"],
  ["stage", "Status"],
  ["applied_on", "Applied on"],
  ["next_step", "Next step"],
  ["next_step_on", "Due"],
  ["location", "Location"],
  ["salary", "Salary"],
  ["source", "Source"],
  ["updated", "Updated"],
];
/** A part of a picture that was pointed at: what the list shows is just what that stands for. */
export const POINTED = ["picture", "part", "period"];
/** How long a search may be; the server takes no longer one. */
export const MOST_WORDS = 200;
const ONE = ["q", "since", "until", ...POINTED];
const ORDER = { sort: "applied_on", desc: true };

/** Read a query string into filters, view and order; what it does not name is at its default. */
export function readQuery(text) {
  const given = new URLSearchParams(text);
  const state = { view: given.get("view") === "table" ? "table" : "board", ...ORDER };
  for (const name of ONE) state[name] = given.get(name) ?? "";
  state.q = state.q.slice(0, MOST_WORDS);
  for (const name of MANY) state[name] = [...new Set(given.getAll(name).filter(Boolean))];
  if (SORTS.some(([name]) => name === given.get("sort"))) {
    state.sort = given.get("sort");
    state.desc = given.get("desc") === "1";
  }
  return state;
}

/** Return the active filters, and nothing else, as parameters. */
export function filterParams(state) {
  const params = new URLSearchParams();
  for (const name of ONE) if (state[name]?.trim()) params.set(name, state[name].trim());
  for (const name of MANY) for (const value of state[name]) params.append(name, value);
  return params;
}

/** Return the active filters as a plain object, as the server takes them for a bulk change. */
export function filterObject(state) {
  const found = {};
  for (const name of ONE) if (state[name]?.trim()) found[name] = state[name].trim();
  for (const name of MANY) if (state[name].length) found[name] = [...state[name]];
  return found;
}

/** Return everything a saved view remembers, as a query string. */
export function wholeQuery(state) {
  const params = filterParams(state);
  if (state.view !== "board") params.set("view", state.view);
  if (state.sort !== ORDER.sort || state.desc !== ORDER.desc) {
    params.set("sort", state.sort);
    params.set("desc", state.desc ? "1" : "0");
  }
  return params.toString();
}

/** Put the state into the address bar; other parameters and the history entry stay as they are. */
export function showInAddress(state) {
  const params = new URLSearchParams(location.search);
  for (const name of [...ONE, ...MANY, "view", "sort", "desc"]) params.delete(name);
  for (const [name, value] of new URLSearchParams(wholeQuery(state))) params.append(name, value);
  const query = params.size ? `?${params}` : "";
  history.replaceState(history.state, "", location.pathname + query + location.hash);
}
