"""The pictures of a paper's pages, on which lines can be pointed at."""

from nicegui import ui

from components.icons import OUTLINES


class PageView(ui.element, component="page_view.js", esm={"careervault-papers": "papers"}):
    """Shows a version's pages; `paper` is its address, such as `/papers/<resume>/<number>`.

    It fetches the pages and lines from `<paper>/text` and draws the pictures that are looked at.
    Where the version has no pictures it takes no room.

    Components point at lines by an event of the browser's, in both directions:

        document.dispatchEvent(new CustomEvent("cv-highlight", {
          detail: { paper: "/papers/<resume>/<number>", lines: [3, 4], scroll: true },
        }));

    `lines` are numbers as in `Transcript.seen` (those of `Evidence.line` and of `Part.lines`);
    the hidden lines are counted on after them. The view outlines their boxes and, with `scroll`,
    brings the first into sight; no lines take the outlines away. Without `paper` every view
    listens. A line that is pointed at on a page sends the same event, without `scroll`; one that
    is clicked sends it with `scroll`.
    """

    def __init__(self, paper: str) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in ("document", "down")}
        self.show(paper)

    def show(self, paper: str) -> None:
        """Show the pages of another paper, or of none if it is empty."""
        self._props["paper"] = paper
        self.update()
