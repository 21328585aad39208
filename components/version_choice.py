"""Which versions of resumes to hold against a posting."""

from collections.abc import Awaitable, Callable, Iterable

from nicegui import ui

from components.resume_names import ResumeNames

MOST = 6
"""More versions than that are not read side by side."""


class VersionChoice(ui.select):
    """A choice of a few versions, by key; `on_choose()` is called when a person chose others."""

    def __init__(self, on_choose: Callable[[], Awaitable[None]]) -> None:
        super().__init__({}, label="Resumes", multiple=True, value=[])
        self.props(f"outlined dense use-chips options-dense max-values={MOST}")
        self.classes("cv-version-choice")
        self._is_offering = False
        # Decided at once: a handler that waits its turn would find the offer made.
        self.on_value_change(lambda: None if self._is_offering else on_choose())

    @property
    def keys(self) -> list[str]:
        """Return the keys of the versions that are chosen."""
        return list(self.value)

    @property
    def query(self) -> str:
        """Return them as they stand in an address."""
        return f"versions={','.join(self.value)}"

    def offer(self, names: ResumeNames, *wishes: Iterable[str]) -> None:
        """Offer these versions; the first of the wishes that names any of them is chosen."""
        known = ([key for key in wish if key in names.choices] for wish in wishes)
        chosen = next((keys for keys in known if keys), [])
        self._is_offering = True
        self.set_options(names.choices, value=list(dict.fromkeys(chosen))[:MOST])
        self._is_offering = False
