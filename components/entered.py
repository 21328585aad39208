"""What a browser sent, which may be anything at all: read it through here."""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from services.errors import Invalid

_WHOLE: TypeAdapter[int] = TypeAdapter(Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)])


class Entered(dict[str, Any]):
    """The named values that were sent; one that is missing is refused, not an accident."""

    def __init__(self, sent: Any) -> None:
        super().__init__(sent if isinstance(sent, dict) else {})

    def __missing__(self, name: str) -> Any:
        raise Invalid(fields={name: "Please fill this in."})

    def whole(self, name: str) -> int:
        """Return a value that must be a whole number of ordinary size, or raise `Invalid`."""
        try:
            return _WHOLE.validate_python(self[name])
        except ValidationError:
            raise Invalid(fields={name: "This should be a whole number."}) from None
