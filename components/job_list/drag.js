// Dragging a card with the mouse. The card itself stays where Vue put it; a picture of it moves.

const THRESHOLD = 5;
const EDGE = 56;
const STEP = 14;

/** Follow the pointer from a press on a card; `over` hears each column passed, `drop` the last. */
export function followDrag(press, card, { scroller, over, drop }) {
  const start = { x: press.clientX, y: press.clientY };
  const box = card.getBoundingClientRect();
  let picture = null;
  let pointer = start;
  let target = null;
  let frame = 0;

  function lift() {
    picture = card.cloneNode(true);
    picture.classList.add("is-lifted");
    picture.removeAttribute("role");
    picture.setAttribute("aria-hidden", "true");
    Object.assign(picture.style, { width: `${box.width}px`, transform: "none" });
    document.body.append(picture);
    card.classList.add("is-away");
    document.body.classList.add("cv-dragging");
  }

  function draw() {
    frame = 0;
    if (!picture) return;
    picture.style.left = `${box.left + pointer.x - start.x}px`;
    picture.style.top = `${box.top + pointer.y - start.y}px`;
    const edges = scroller.getBoundingClientRect();
    const pull = pointer.x > edges.right - EDGE ? STEP : pointer.x < edges.left + EDGE ? -STEP : 0;
    const before = scroller.scrollLeft;
    if (pull) scroller.scrollLeft += pull;
    if (scroller.scrollLeft !== before) frame = requestAnimationFrame(draw);
    const under = document.elementFromPoint(pointer.x, pointer.y)?.closest("[data-column]");
    if ((under?.dataset.column ?? null) !== target) over((target = under?.dataset.column ?? null));
  }

  function moved(event) {
    pointer = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(pointer.x - start.x, pointer.y - start.y) > THRESHOLD;
    if (!picture && far) lift();
    if (picture) frame ||= requestAnimationFrame(draw);
  }

  function end(event) {
    const dropped = picture !== null && event.type === "pointerup";
    if (dropped) {
      pointer = { x: event.clientX, y: event.clientY };
      draw();
      // The release also ends a click on the link under the pointer; that one must not open it.
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
    }
    stop();
    over(null);
    if (dropped && target) drop(target, new DOMRect(pointer.x, pointer.y, 0, 0));
  }

  function escaped(event) {
    if (event.key !== "Escape" || !picture) return;
    event.preventDefault();
    event.stopPropagation();
    end(event);
  }

  function stop() {
    cancelAnimationFrame(frame);
    picture?.remove();
    picture = null;
    card.classList.remove("is-away");
    document.body.classList.remove("cv-dragging");
    window.removeEventListener("pointermove", moved);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    window.removeEventListener("blur", end);
    window.removeEventListener("keydown", escaped, true);
  }

  window.addEventListener("pointermove", moved);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
  window.addEventListener("blur", end);
  window.addEventListener("keydown", escaped, true);
  return stop;
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}
