"""Icons: outlines on a 24-pixel grid, drawn by the browser without an icon font."""

from html import escape

_STYLE = (
    "fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round"
)

OUTLINES = {
    "add": "M12 5v14M5 12h14",
    "analytics": "M4 20h16M7 16v-4M12 16V6M17 16v-7",
    "archive": "M4 8h16v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM3 4h18v4H3zM10 12h4",
    "assistant": (
        "M12 4l1.7 4.6L18 10.3l-4.3 1.7L12 16.6 10.3 12 6 10.3l4.3-1.7zM18.5 15.5v4M16.5 17.5h4"
    ),
    "back": "M19 12H5M11 6l-6 6 6 6",
    "bell": "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4",
    "board": "M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v6h-4z",
    "bookmark": "M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1z",
    "calendar": (
        "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z"
        "M4 10.5h16M8 3.5v4M16 3.5v4"
    ),
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "close": "M6 6l12 12M18 6L6 18",
    "copy": "M9 9h10v11H9zM15 9V4H5v11h4",
    "dashboard": "M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z",
    "dark": "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
    "document": (
        "M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5M9 13h6M9 17h6"
    ),
    "down": "M6 9.5l6 6 6-6",
    "download": "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
    "edit": "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    "end": "M6 21V4M6 5h11l-2 3.5 2 3.5H6",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "help": (
        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z"
        "M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.8M12 16.8v.1"
    ),
    "info": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 7.6v.1",
    "key": "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 12l8-8M16 7l3 3M13.5 9.5l2 2",
    "left": "M14.5 6l-6 6 6 6",
    "light": (
        "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7"
        "M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"
    ),
    "link": (
        "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1"
        "M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"
    ),
    "menu": "M4 7h16M4 12h16M4 17h16",
    "more": "M6 12h.01M12 12h.01M18 12h.01",
    "move": "M4 12h12M12 7l5 5-5 5M20 5v14",
    "note": "M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.5h7M8.5 12h4",
    "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
    "phone": "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2",
    "pin": (
        "M12 21s-6.5-5.7-6.5-11a6.5 6.5 0 0 1 13 0c0 5.3-6.5 11-6.5 11z"
        "M12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"
    ),
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "redo": "M20 9H9a5 5 0 0 0 0 10h4M16 5l4 4-4 4",
    "right": "M9.5 6l6 6-6 6",
    "search": "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
    "settings": (
        "M4 7h9M17 7h3M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 17h3M11 17h9"
        "M9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
    ),
    "sign_out": "M14 4h5v16h-5M4 12h11M11 8l4 4-4 4",
    "star": "M12 4l2.4 5.1 5.6.7-4.1 3.9 1 5.5-4.9-2.7-4.9 2.7 1-5.5L4 9.8l5.6-.7z",
    "table": "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
    "tag": "M4 4h7l9 9-7 7-9-9zM8 8h.01",
    "trash": "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
    "undo": "M4 9h11a5 5 0 0 1 0 10h-4M8 5L4 9l4 4",
    "up": "M6 14.5l6-6 6 6",
    "upload": "M12 16V5M7.5 9L12 4.5 16.5 9M5 20h14",
    "vault": (
        "M5 4h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z"
        "M12 15a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 8V6.5M12 16.5V15M15.5 11.5H17M7 11.5h1.5"
        "M7 19v2M17 19v2"
    ),
    "warning": "M12 4l9 16H3zM12 10v4.5M12 17.3v.1",
}
"""Each icon's outline as the data of one SVG path."""


def icon(name: str) -> str:
    """Return the icon as Quasar takes it in `icon=`."""
    return f"{OUTLINES[name]}@@{_STYLE}|0 0 24 24"


def svg(name: str, label: str = "") -> str:
    """Return the icon as markup for a plain HTML page; without a label it is mere decoration."""
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return f'<svg class="cv-icon" viewBox="0 0 24 24" {role}><path d="{OUTLINES[name]}"/></svg>'
