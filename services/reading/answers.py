"""A label and what is said to it, which many papers set apart: "Nationality", then ": Irish"."""

from collections.abc import Sequence

from services.reading.transcript import Box, TextLine

MOST = 60
"""Letters of a label, at the most."""

_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def answered(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines in their order, a label and its answer beside it being one."""
    found: list[TextLine] = []
    is_open = False
    for line in lines:
        is_answer = line.text.startswith(":") or is_open
        if is_answer and found and _stands_beside(found[-1], line):
            last = found.pop()
            said = f"{last.text.rstrip(': ')}: {line.text.lstrip(': ')}".strip()
            line = line.model_copy(update={"text": said, "box": _around(last, line)})
            is_open = line.text.endswith(":")
        else:
            is_open = False
        found.append(line)
    return found


def _stands_beside(label: TextLine, answer: TextLine) -> bool:
    if label.hidden or answer.hidden or len(label.text) > MOST:
        return False
    (_, top, right, bottom), (left, above, _, below) = _place(label), _place(answer)
    return right <= left and abs(top + bottom - above - below) < bottom - top


def _place(line: TextLine) -> Box:
    return line.box or _NOWHERE


def _around(one: TextLine, other: TextLine) -> Box:
    (left, top, *_), (_, above, right, below) = _place(one), _place(other)
    return left, min(top, above), right, max(_place(one)[3], below)
