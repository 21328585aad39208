"""Other ways to write a name: plurals, both spellings of English, "managed" for "management"."""

import re
from collections.abc import Iterator

_ACTIONS = {
    "administration": "administered administering administer",
    "analysis": "analysed analyzed analysing analyzing analyse analyze",
    "assessment": "assessed assessing assess",
    "calibration": "calibrated calibrating calibrate",
    "cleaning": "cleaned clean",
    "collection": "collected collecting collect",
    "configuration": "configured configuring configure",
    "control": "controlled controlling",
    "coordination": "coordinated coordinating coordinate",
    "delivery": "delivered delivering deliver",
    "design": "designed designing",
    "development": "developed developing develop",
    "editing": "edited edit",
    "evaluation": "evaluated evaluating evaluate",
    "handling": "handled handle",
    "implementation": "implemented implementing implement",
    "inspection": "inspected inspecting inspect",
    "installation": "installed installing install",
    "maintenance": "maintained maintaining maintain",
    "management": "managed managing manage",
    "modelling": "modelled modeled model",
    "monitoring": "monitored monitor",
    "operation": "operated operating operate",
    "optimization": "optimized optimised optimizing optimising optimize",
    "planning": "planned plan",
    "preparation": "prepared preparing prepare",
    "processing": "processed process",
    "reconciliation": "reconciled reconciling reconcile",
    "repair": "repaired repairing",
    "scheduling": "scheduled schedule",
    "supervision": "supervised supervising supervise",
    "teaching": "taught teach",
    "testing": "tested test",
    "tracking": "tracked track",
    "training": "trained train",
    "writing": "wrote written write",
}
"""What was done, by the noun for it: "managed" is found for "management"."""

_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("aviour", "avior"),
    ("colour", "color"),
    ("labour", "labor"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("programme", "program"),
    ("licence", "license"),
    ("odelling", "odeling"),
    ("abelling", "abeling"),
    ("ounselling", "ounseling"),
    ("ravelling", "raveling"),
    ("catalogue", "catalog"),
    ("paediatric", "pediatric"),
    ("orthopaedic", "orthopedic"),
    ("anaesth", "anesth"),
    ("haem", "hem"),
    ("gynaec", "gynec"),
    ("aluminium", "aluminum"),
    ("fulfilment", "fulfillment"),
    ("analyse", "analyze"),
    ("defence", "defense"),
    ("fibre", "fiber"),
    ("sulph", "sulf"),
    ("mould", "mold"),
    ("tyre", "tire"),
    ("plough", "plow"),
    ("cheque", "check"),
    ("storey", "story"),
    ("metre", "meter"),
)


def variants(written: str) -> Iterator[str]:
    """Yield other ways to write a name; one whose last word has a capital keeps its form."""
    forms = [written, *_inflected(written)] if written.split()[-1].islower() else [written]
    for form in forms:
        yield form
        for british, american in _SPELLINGS:
            if british in form:
                yield form.replace(british, american)
            elif american in form:
                yield form.replace(american, british)


def _inflected(written: str) -> Iterator[str]:
    *before, last = written.split()
    if len(last) < 4 or not last.isalpha():
        return
    yield from (" ".join((*before, each)) for each in _numbers(last))
    if before and last in _ACTIONS:
        things = " ".join(before)
        for thing in (things, *_plural(things)):
            yield f"{last} of {thing}"
            for verb in (last, *_ACTIONS[last].split()):
                yield f"{verb} {thing}"
    elif not before and last.endswith("ing") and len(last) > 6 and last not in _NEVER_DONE:
        yield last[:-3] + "ed"


def _numbers(word: str) -> Iterator[str]:
    if word in _NEVER_ONE:
        return
    if word.endswith("ies") and len(word) > 5:
        yield word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        if len(word) > 4:
            yield word[:-1]
    elif not word.endswith("ing"):
        yield from _plural(word)


_NEVER_ONE = {
    "alterations",
    "bearings",
    "births",
    "cabinets",
    "calendars",
    "combines",
    "customs",
    "derivatives",
    "facials",
    "fillings",
    "lasers",
    "leaks",
    "lettings",
    "pivots",
    "rails",
    "reconciliations",
    "removals",
    "speeches",
    "tills",
    "transmissions",
    "trials",
    "vitals",
}
"""Words that mean something else without their last letter."""
_NEVER_DONE = {"marking", "tailoring"}
"""Words whose past is said of much else: "tailored solutions"."""


def _plural(word: str) -> Iterator[str]:
    if not word[-1].islower() or (word.endswith("s") and not word.endswith("ss")):
        return
    if re.search(r"[^aeiou]y$", word):
        yield word[:-1] + "ies"
    elif word.endswith(("ss", "x", "ch", "sh")):
        yield word + "es"
    else:
        yield word + "s"
