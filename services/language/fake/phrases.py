"""The turns of speech of the practice model, by what they are for."""

POINTS = {
    "skills": (
        "Your resume names {words} outright, so whoever reads it need not search.",
        "You show {words} at work rather than in a list; keep it where it can be seen early.",
        "Both texts speak of {words} in nearly the same terms; nothing need be explained.",
    ),
    "experience": (
        "This is close to what you have already done: both lines speak of {words}.",
        "Here you can tell of a real case, for you have worked on {words} before.",
        "Your line on {words} answers this directly. Be ready to say how you went about it.",
    ),
    "qualifications": (
        "What is asked for stands in your resume, under {words}.",
        "Your resume gives a plain answer on {words}; have the paper or an example at hand.",
        "As to {words}, this is met; the exact terms are worth a second look.",
    ),
    "culture": (
        "You show it by something that you did, which says more than an adjective would.",
        "It is about how you work with others: this line has a story behind it; have it ready.",
        "They care about this enough to write it down, and your line gives them a case.",
    ),
}
GAPS = (
    "No line of your resume shows this. If you have done it, say where and with what result.",
    "Nothing you sent speaks of it. One true sentence would do; if there is none, be ready for it.",
    "This is left open. The nearest thing that you have done deserves a line of its own.",
)
MEASURED = (
    "It gives a figure, so a reader can tell how much it was.",
    "There is a number in it, which can be asked about and checked: start with it.",
    "The scale of it is plain at once, without a word of praise.",
)
PLAIN = (
    "A concrete piece of work in plain words; a figure would make it stronger still.",
    "It tells what you did yourself, which many resumes leave open.",
    "Short, specific and easy to ask about, which is what an interviewer wants.",
)
DUTIES = (
    "How would you {asked}?",
    "Can you tell us of a time when you had to {asked}?",
    "What do you find hard when you have to {asked}?",
)
QUESTIONS = (
    "Our posting says “{asked}”. Which piece of your own work shows that best?",
    "Where have you needed this most, and what came of it: “{asked}”?",
    "What would your last team say about you on this point: “{asked}”?",
)
ANSWERS = (
    "The posting says so; your best answer begins with “{said}”.",
    "They will want an example. “{said}” is yours.",
    "It is likely to come up; “{said}” is the line to build on.",
)
UNANSWERED = (
    "Your resume says nothing on it, so it will be asked. Be frank, and name what comes closest.",
    "It is asked for, and no line of yours answers it yet. Prepare one honest example.",
    "A reader of your resume is left wondering here; say what you know and what you would learn.",
)
SITUATIONS = (
    "In your first month it turns out that much of what you need for this is missing: “{asked}”.",
    "Your colleagues disagree on what matters most here, and look to you: “{asked}”.",
    "The time you had planned for this is suddenly cut short: “{asked}”.",
)
APPROACHES = (
    "Say what you would find out first, and whom you would ask. You can lean on “{said}”.",
    "Lay out what each of them needs, then decide and say why. Compare it with “{said}”.",
    "Name what you would leave out, and how you would tell the others. Think of “{said}”.",
)
COMPANY = (
    "They put it into the posting, so it matters to them: ask how it looks on an ordinary day.",
    "This tells what the work is about; ask who does it today and what should change.",
    "Ask how they would notice, after half a year, that this has gone well.",
)
BACKGROUND = (
    "This is from {where}. Say in a sentence what was slow, missing or at stake.",
    "Begin with where it was, {where}, and with who needed something from you.",
    "Set the scene with {where}, and what had been tried before.",
)
TASKS = (
    "Say what was asked of you yourself, and by when.",
    "Name the part that was yours, and what would have happened without it.",
    "Tell what you were to reach, and how anybody would know that it was reached.",
)
OUTCOMES = (
    "Close with what changed: [number] before, [number] after.",
    "End with who noticed, and with a figure if you have one: [number].",
    "Finish with what is still in use today, and by how many: [number].",
)
FIGURED = (
    "The figure already stands in your line; say what it meant to the people concerned.",
    "You have the figure in writing, so add only how it was measured.",
    "Let the figure in your line stand at the very end, and stop there.",
)
