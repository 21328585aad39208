// Dates, counts and outcomes in words.

const DAY = 86_400_000;
const short = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const long = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const number = new Intl.NumberFormat(undefined);

export const OUTCOMES = ["accepted", "declined", "rejected", "withdrawn", "ghosted", "expired"];
export const MODES = { onsite: "On site", hybrid: "Hybrid", remote: "Remote" };

export function title(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function count(amount) {
  return number.format(amount);
}

export function jobs(amount) {
  return amount === 1 ? "1 job" : `${count(amount)} jobs`;
}

/** Return the whole days from one ISO date to another, or null if either is unknown. */
export function daysBetween(from, to) {
  if (!from || !to) return null;
  return Math.round((noon(to) - noon(from)) / DAY);
}

/** Return an ISO date as people write it, with its year only where that is not today's. */
export function day(iso, today = "") {
  if (!iso) return "";
  return (iso.slice(0, 4) === today.slice(0, 4) ? short : long).format(noon(iso));
}

/** Return how a date stands to today: late, today, soon or later. */
export function due(iso, today) {
  const days = daysBetween(today, iso);
  if (days === null) return "none";
  if (days < 0) return "late";
  return days === 0 ? "today" : days <= 3 ? "soon" : "later";
}

function noon(iso) {
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}
