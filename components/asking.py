"""Forms in the browser that ask for something and are answered at their own place."""

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from services.errors import Invalid, VaultError

Deed = Callable[[Entered], Awaitable[Any]]
"""Does what was asked, given what was entered, and returns what to tell the form."""


class Asking(ui.element, esm={"careervault-forms": "forms"}):
    """A component whose requests are each answered: done, or refused with words to show there."""

    def on_asked(self, name: str, deed: Deed) -> None:
        """Do the deed when the browser asks for `name`; a refusal goes back to the form."""

        async def asked(event: GenericEventArguments) -> None:
            # An accident rises to the frame; the form only stops waiting.
            answer: dict[str, Any] = {"problem": "", "fields": {}}
            try:
                answer = {"done": await deed(Entered(event.args))}
            except Invalid as problem:
                answer = {"problem": str(problem), "fields": problem.fields}
            except VaultError as problem:
                answer["problem"] = str(problem)
            finally:
                if not self.is_deleted:
                    self.run_method("answered", answer)

        self.on(name, asked)
