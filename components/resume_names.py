"""What a resume's version is called wherever a job keeps its key."""

from collections import Counter
from collections.abc import Iterable

from services.resumes.resume import Resume, split_key

GONE = "a resume that was deleted"


class ResumeNames:
    """The names of all versions of these resumes; no two are called the same.

    `choices` are those that may be sent, by their keys: none from the trash.
    """

    def __init__(self, resumes: Iterable[Resume] = ()) -> None:
        self.choices: dict[str, str] = {}
        self._names: dict[str, str] = {}
        resumes = list(resumes)
        count = Counter(resume.name for resume in resumes)
        for resume in resumes:
            since = f" of {resume.created:%-d %b %Y, %H:%M}" if count[resume.name] > 1 else ""
            found = {
                resume.key(version.number): f"{resume.name}{since}, version {version.number}"
                for version in reversed(resume.versions)
            }
            self._names.update(found)
            if resume.trashed is None:
                self.choices.update(found)

    def knows(self, key: str) -> bool:
        """Tell whether this is the key of one of the versions."""
        return key in self._names

    def spoken(self, words: str) -> str:
        """Return what a job says of its resume as a person reads it: no key is ever shown."""
        return self._names.get(words) or (GONE if split_key(words) else words)

    def meant(self, words: str) -> str:
        """Return the key of the version of this name, or else the words themselves."""
        return next((key for key, name in self._names.items() if name == words), words)
