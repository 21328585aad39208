"""Which model writes for whom: by the person's own key, or by that of the instance."""

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from services.language.keys import Keys
from services.language.model import LanguageModel

MOST_OPEN = 50
"""Models of people with keys of their own that are held open."""


class Chosen(NamedTuple):
    """A model, and whether the person pays for it themselves."""

    model: LanguageModel
    is_own: bool = False


class Models:
    """The model of the instance, and those of people who brought a key."""

    def __init__(
        self,
        instance: LanguageModel,
        keys: Keys | None = None,
        open_with: Callable[[str], LanguageModel] | None = None,
    ) -> None:
        self._instance = instance
        self._keys = keys
        self._open_with = open_with
        self._open: OrderedDict[str, LanguageModel] = OrderedDict()

    @property
    def takes_keys(self) -> bool:
        """Whether people may bring a key of their own."""
        return self._keys is not None and self._open_with is not None

    async def of(self, owner: str) -> Chosen:
        """Return the model that writes for a person."""
        if self._keys is None or self._open_with is None:
            return Chosen(self._instance)
        key = await self._keys.open(owner)
        if not key:
            return Chosen(self._instance)
        if key not in self._open:
            self._open[key] = self._open_with(key)
        self._open.move_to_end(key)
        while len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)
        return Chosen(self._open[key], is_own=True)

    async def missing(self, owner: str) -> str:
        """Return what to do before anything can be written for a person, or an empty text."""
        return (await self.of(owner)).model.missing or ""
