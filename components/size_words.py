"""How much something takes, in words."""

_UNITS = ("bytes", "kB", "MB", "GB")


def size_words(bytes: int) -> str:
    """Return a number of bytes as people read it: 4.2 MB."""
    amount = float(bytes)
    for unit in _UNITS:
        if amount < 1_000 or unit == _UNITS[-1]:
            break
        amount /= 1_000
    return f"{amount:,.0f} {unit}" if unit == _UNITS[0] else f"{amount:,.1f} {unit}"
