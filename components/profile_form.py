"""A person's name and time zone."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from components.asking import Asking
from services.jobs.profile import Profile


class ProfileForm(Asking, component="profile_form.js"):
    """Name and time zone to edit, the e-mail address to see; offers the browser's zone.

    `on_save(name, zone)` is called with what was entered.
    """

    def __init__(self, profile: Profile, on_save: Callable[[str, str], Awaitable[None]]) -> None:
        super().__init__()

        async def save(entered: Mapping[str, Any]) -> None:
            await on_save(str(entered["name"]), str(entered["zone"]))

        self.on_asked("save", save)
        self.show(profile)

    def show(self, profile: Profile) -> None:
        """Show the profile as it is now; what is being typed stays."""
        self._props.update(email=profile.email, name=profile.name, zone=profile.zone)
        self.update()
