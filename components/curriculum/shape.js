// The parts of a curriculum: how each is called, and which fields it has.

const DATE = { kind: "date", span: 1 };
const SPAN = [
  { name: "start", title: "From", ...DATE },
  { name: "end", title: "To", ...DATE },
];
const HELD = [
  { name: "position", title: "Position" },
  { name: "name", title: "Employer" },
  { name: "location", title: "Place" },
  ...SPAN,
  { name: "is_current", title: "Until today", kind: "check" },
  { name: "summary", title: "Summary", kind: "text", span: 6 },
];
const called = (fields, name, title) => fields.map((field) => (field.name === name ? { ...field, title } : field));
const AWARD = [
  { name: "title", title: "Title" },
  { name: "issuer", title: "Given by" },
  { name: "date", title: "When", ...DATE },
];

export const CONTACT = [
  { name: "name", title: "Name" },
  { name: "label", title: "Profession" },
  { name: "email", title: "E-mail" },
  { name: "phone", title: "Phone" },
  { name: "location", title: "Place" },
  { name: "links", title: "Links", kind: "words" },
];

export const SECTIONS = [
  { name: "work", title: "Work", one: "job", fields: HELD, points: true },
  { name: "education", title: "Education", one: "course", fields: [
    { name: "study_type", title: "Degree" },
    { name: "area", title: "Subject" },
    { name: "institution", title: "School" },
    ...SPAN,
    { name: "score", title: "Result" },
  ] },
  { name: "skills", title: "Skills", one: "group of skills", fields: [
    { name: "name", title: "Group" },
    { name: "keywords", title: "Skills", kind: "words", span: 4 },
  ] },
  { name: "certificates", title: "Certificates and licences", one: "certificate", fields: AWARD },
  { name: "languages", title: "Languages", one: "language", fields: [
    { name: "title", title: "Language" },
    { name: "issuer", title: "How well" },
  ] },
  { name: "projects", title: "Projects", one: "project", fields: called(HELD, "name", "Project"), points: true },
  { name: "volunteer", title: "Volunteering", one: "volunteering", fields: called(HELD, "name", "Organisation"), points: true },
  { name: "awards", title: "Awards", one: "award", fields: AWARD },
  { name: "publications", title: "Publications", one: "publication", fields: called(AWARD, "issuer", "Publisher") },
];

/** A part with nothing in it yet. */
export function blank({ fields, points }) {
  const empty = { words: [], check: false };
  const values = fields.map(({ name, kind }) => [name, empty[kind] ?? ""]);
  return { lines: [], ...Object.fromEntries(values), ...(points && { highlights: [] }) };
}

/** The curriculum without what was left empty. */
export function filled(curriculum) {
  const kept = (entry) => Object.entries(entry).some(([name, value]) => name !== "lines" && value && String(value));
  const written = { ...curriculum, interests: words(curriculum.interests) };
  for (const { name, points } of SECTIONS) {
    written[name] = curriculum[name].map((entry) =>
      points ? { ...entry, highlights: entry.highlights.filter(({ text }) => text.trim()) } : entry,
    ).filter(kept);
  }
  return written;
}

/** Several words in one line, and back; a comma inside of brackets parts nothing. */
export const joined = (list) => list.join(list.some((word) => /,(?![^(]*\))/.test(word)) ? "; " : ", ");
export const parted = (text) => words(text.split(text.includes(";") ? ";" : /,(?![^(]*\))/));

const words = (list) => list.map((word) => word.trim()).filter(Boolean);
