"""What a resume's version is called wherever a job keeps its key."""

from collections import Counter
from collections.abc import Iterable, Mapping

from services.resumes.resume import Resume, split_key

GONE = "a resume that was deleted"

Names = Mapping[str, str]
"""The names of versions, by their keys."""


def version_names(resumes: Iterable[Resume]) -> dict[str, str]:
    """Return what each version of these resumes is called; no two are called the same."""
    resumes = list(resumes)
    count = Counter(resume.name for resume in resumes)
    found = {}
    for resume in resumes:
        since = f" of {resume.created:%-d %b %Y}" if count[resume.name] > 1 else ""
        for version in reversed(resume.versions):
            found[resume.key(version.number)] = f"{resume.name}{since}, version {version.number}"
    return found


def spoken(words: str, names: Names) -> str:
    """Return what a job says of its resume as a person reads it: no key is ever shown."""
    return names.get(words) or (GONE if split_key(words) else words)
