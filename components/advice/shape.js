// The parts of each kind of advice, and the texts of a statement in the order they are read.

export const PARTS = {
  analysis: [
    ["summary", ""],
    ["skills", "Skills"],
    ["experience", "Experience"],
    ["qualifications", "Qualifications"],
    ["culture", "Culture and soft skills"],
    ["strengths", "What speaks for you"],
    ["gaps", "What is missing"],
  ],
  suggestions: [["suggestions", ""]],
  interview: [
    ["questions", "Questions to expect"],
    ["scenarios", "Situations to think through"],
    ["stories", "Stories to tell"],
    ["company", "About the company"],
  ],
  letter: [
    ["greeting", ""],
    ["paragraphs", ""],
    ["closing", ""],
  ],
};

/** The label of each text; one without a label is the statement itself. */
const LABELS = {
  question: "",
  scenario: "",
  title: "",
  replacement: "",
  text: "",
  approach: "How to go about it",
  situation: "Situation",
  task: "Task",
  action: "Action",
  result: "Result",
  why: "Why",
};

export const HEADS = new Set(["question", "scenario", "title"]);
export const SOURCES = { resume: "Resume", posting: "Posting" };

export function textsOf(statement) {
  return Object.entries(LABELS)
    .filter(([name]) => statement.texts[name])
    .map(([name, label]) => ({ name, label, pieces: statement.texts[name].pieces }));
}

/** What is doubtful in a text, each reason with the words it is about. */
export function doubtsOf(pieces) {
  return pieces.filter((piece) => piece.reason);
}
