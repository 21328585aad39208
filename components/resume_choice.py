"""Which resume was sent: one of the person's own versions, or whatever they call it."""

from typing import Any, Self

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.icons import icon
from components.resume_names import ResumeNames

_LEFT = "(event) => event.relatedTarget?.closest('.q-menu') || emit(event.target.value)"
# With a choice highlighted, Enter takes that one; the list sees to it itself.
_ENTERED = (
    "(event) => event.target.hasAttribute('aria-activedescendant') || emit(event.target.value)"
)


class ResumeChoice(ui.select):
    """A field whose value is a version's key or free words; it shows the version's name."""

    def __init__(self, label: str, names: ResumeNames, value: str = "") -> None:
        self._names = names
        super().__init__(self._with(value), label=label, value=value or None, with_input=True)
        self.props("behavior=menu maxlength=100 clearable")
        self.props["clear-icon"] = icon("close")
        self.on_value_change(self._write)
        self.on("focusout", self._enter, js_handler=_LEFT)
        self.on("keydown.enter", self._enter, js_handler=_ENTERED)

    def offer(self, names: ResumeNames) -> None:
        """Offer these versions from now on."""
        is_other = names.choices != self._names.choices
        self._names = names
        if is_other:
            self.set_options(self._with(self.value or ""))

    def set_value(self, value: Any) -> Self:
        """Take a version's key, its name, or words of the person's own."""
        words = self._names.meant(str(value or "").strip())
        if words and words not in self.options:
            self.set_options(self._with(words))
        super().set_value(words or None)
        return self

    def _enter(self, event: GenericEventArguments) -> None:
        words = str(event.args or "").strip()
        if words != self._names.spoken(self.value or ""):
            self.set_value(words)

    def _write(self) -> None:
        # Once somebody has typed, the input would keep its text over any change of the value.
        self.run_method("updateInputValue", self._names.spoken(self.value or ""), True, True)

    def _with(self, value: str) -> dict[str, str]:
        """Return the choices, and before them what is held now and is none of them."""
        is_own = value and value not in self._names.choices
        return {**({value: self._names.spoken(value)} if is_own else {}), **self._names.choices}
