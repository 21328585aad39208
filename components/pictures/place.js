// Which period is looked at, and whether without names: kept in the address, so that a reload shows it again.

/** The period that is shown before anybody has chosen one. */
export const FIRST = "90d";

export const PERIODS = { "30d": "30 days", "90d": "90 days", year: "Year", all: "All time" };

/** Read the place from the address. */
export function readPlace() {
  const given = new URLSearchParams(location.search);
  return { period: given.get("period") || FIRST, share: given.get("share") === "1" };
}

/** Put the place into the address; the history entry stays as it is. */
export function showPlace(place) {
  const url = new URL(location.href);
  url.search = query(place);
  history.replaceState({ ...history.state, page: url.pathname + url.search }, "", url);
}

/** Return where something of this place is had from. */
export function address(path, place) {
  return `${window.path_prefix ?? ""}${path}?${query(place)}`;
}

/** Return where the jobs behind a part are listed. */
export function jobsAddress(picture, part, { period }) {
  return `/?${new URLSearchParams({ view: "table", picture, part, period })}`;
}

function query({ period, share }) {
  return new URLSearchParams({ period, ...(share ? { share: "1" } : {}) }).toString();
}
