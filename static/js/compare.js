// A stretch marked on one timeline is marked on all of them, and all come closer. The form does the rest.
(function () {
  "use strict";

  const DAY = 86400000;
  const drawings = () => [...document.querySelectorAll(".compared__part > svg.timeline")]
    .filter((svg) => svg.getClientRects().length);
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const measure = (svg) => {
    const box = svg.getBoundingClientRect();
    const ratio = box.width / svg.viewBox.baseVal.width;
    const { start, end, left, right, top, bottom } = svg.dataset;
    return {
      left: box.left + left * ratio, right: box.left + right * ratio, top: box.top + top * ratio,
      height: (bottom - top) * ratio, start: Date.parse(start), days: Math.round((Date.parse(end) - Date.parse(start)) / DAY) + 1,
    };
  };

  let drag = null;
  const stop = () => {
    document.querySelectorAll(".compared .brush").forEach((brush) => brush.remove());
    drag = null;
  };

  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest(".compared__part > svg.timeline");
    if (!svg || event.button !== 0 || event.pointerType === "touch") return;
    const at = measure(svg);
    if (event.clientX >= at.left && event.clientX <= at.right) drag = { at, x: event.clientX, moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
    drag.moved = true;
    const { at } = drag;
    const share = (x) => Math.min(Math.max((x - at.left) / (at.right - at.left), 0), 1);
    drag.low = share(Math.min(drag.x, event.clientX));
    drag.high = share(Math.max(drag.x, event.clientX));
    drawings().forEach((svg) => {
      const its = measure(svg);
      const part = svg.parentElement;
      const box = part.getBoundingClientRect();
      const brush = part.querySelector(".brush") || part.appendChild(Object.assign(document.createElement("div"), { className: "brush" }));
      brush.style.left = `${its.left - box.left + drag.low * (its.right - its.left)}px`;
      brush.style.width = `${(drag.high - drag.low) * (its.right - its.left)}px`;
      brush.style.top = `${its.top - box.top}px`;
      brush.style.height = `${its.height}px`;
    });
  });

  document.addEventListener("pointerup", () => {
    if (!drag) return;
    const { moved, at, low, high } = drag;
    stop();
    if (!moved) return;
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, true));
    const day = (share) => at.start + Math.min(Math.floor(share * at.days), at.days - 1) * DAY;
    const form = document.getElementById("period");
    form.elements.from.value = iso(day(low));
    form.elements.to.value = iso(day(high));
    form.requestSubmit();
  });
  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  document.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") stop(); });
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest && event.target.closest(".compared__part > svg")) event.preventDefault();
  });
})();
