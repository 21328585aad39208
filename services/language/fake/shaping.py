"""An answer for any schema: quotes where quotes are asked for, sentences elsewhere."""

from typing import Any

from services.language.fake.voices import Honest

_QUOTING = ("quote", "evidence", "line", "excerpt", "before", "original")
_LONGEST = 400
_MOST_DEEP = 12


def fill(schema: dict[str, Any], voice: Honest) -> Any:
    """Return a value that the schema allows."""
    return _Filling(voice).value(schema, "", 0, "", 0)


class _Filling:
    def __init__(self, voice: Honest) -> None:
        self._voice = voice

    def value(self, schema: dict[str, Any], name: str, turn: int, about: str, deep: int) -> Any:
        """`about` is the material that the surrounding object has settled on."""
        if options := schema.get("anyOf"):
            return self.value(options[0], name, turn, about, deep)
        if options := schema.get("enum"):
            return options[turn % len(options)]
        kind = str(schema.get("type", "STRING")).upper()
        if deep > _MOST_DEEP and schema.get("nullable"):
            return None
        match kind:
            case "OBJECT":
                return self._object(schema, turn, about, deep)
            case "ARRAY":
                return self._array(schema, name, turn, about, deep)
            case "INTEGER" | "NUMBER":
                return self._number(schema, kind)
            case "BOOLEAN":
                return True
            case _:
                return self._string(schema, name, turn, about)

    def _object(self, schema: dict[str, Any], turn: int, about: str, deep: int) -> dict[str, Any]:
        properties: dict[str, Any] = schema.get("properties") or {}
        # What is chosen from a list may name the material that the quotes beside it are from.
        chosen = {
            key: self.value(each, key, turn, about, deep + 1)
            for key, each in properties.items()
            if "enum" in each
        }
        labels = [each for each in chosen.values() if self._voice.is_label(str(each))]
        about = str(labels[0]) if labels else about
        return {
            key: chosen[key] if key in chosen else self.value(each, key, turn, about, deep + 1)
            for key, each in properties.items()
        }

    def _array(
        self, schema: dict[str, Any], name: str, turn: int, about: str, deep: int
    ) -> list[Any]:
        least, most = int(schema.get("minItems", 0)), int(schema.get("maxItems", 3))
        items = schema.get("items") or {}
        written = self._voice.items(name, items.get("properties") or {})
        if written is not None and len(written) >= least:
            return list(written[: int(schema.get("maxItems", len(written)))])
        size = max(least, min(3 if deep < _MOST_DEEP else 0, most))
        return [self.value(items, name, turn + each, about, deep + 1) for each in range(size)]

    def _number(self, schema: dict[str, Any], kind: str) -> float:
        low = float(schema.get("minimum", 0))
        high = float(schema.get("maximum", max(low + 5, 5)))
        number = self._voice.number(low, high)
        return int(number) if kind == "INTEGER" else number

    def _string(self, schema: dict[str, Any], name: str, turn: int, about: str) -> str:
        match schema.get("format"):
            case "date":
                return "2026-03-02"
            case "date-time":
                return "2026-03-02T09:00:00Z"
        most = min(int(schema.get("maxLength", _LONGEST)), _LONGEST)
        if any(word in name.lower() for word in _QUOTING):
            return self._voice.quote(about or self._voice.label_for(name), turn)[:most]
        return self._voice.sentence(name, turn)[:most]
