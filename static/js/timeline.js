// The timeline under mouse and keys. Each step is a link or a form of the page: this only presses them.
(function () {
  "use strict";

  const DAY = 86400000;
  const plot = () => document.getElementById("plot");
  const drawing = () => [...document.querySelectorAll("#plot > svg")].find((svg) => svg.getClientRects().length);
  const press = (keys) => {
    const link = [...document.querySelectorAll("[aria-keyshortcuts]")].find((each) => each.ariaKeyShortcuts === keys
      || each.getAttribute("aria-keyshortcuts") === keys);
    if (link) link.click();
  };

  // Days and places -----------------------------------------------------------------------------
  const measure = () => {
    const svg = drawing();
    const box = svg.getBoundingClientRect();
    const ratio = box.width / svg.viewBox.baseVal.width;
    const data = svg.dataset;
    const start = Date.parse(data.start);
    const days = Math.round((Date.parse(data.end) - start) / DAY) + 1;
    const left = box.left + data.left * ratio;
    const width = (data.right - data.left) * ratio;
    return {
      left, right: left + width, top: data.top * ratio, height: (data.bottom - data.top) * ratio, days, width,
      day: (x) => start + Math.min(Math.max(Math.floor((x - left) / width * days), 0), days - 1) * DAY,
    };
  };
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const written = (time) => new Intl.DateTimeFormat(document.documentElement.lang || "en",
    { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(time);

  const show = (from, to) => {
    const form = document.getElementById("period");
    form.elements.from.value = iso(from);
    form.elements.to.value = iso(to);
    plot().focus({ preventScroll: true });
    form.requestSubmit();
  };
  const pan = (days) => {
    const form = document.getElementById("period");
    const by = Math.round(days) * DAY;
    if (by) show(Date.parse(form.elements.from.value) + by, Date.parse(form.elements.to.value) + by);
  };

  // Dragging: marks a stretch to come closer; with Shift, or a finger, it moves the days --------
  let drag = null;
  const stop = () => {
    if (!drag) return;
    if (drag.brush) drag.brush.remove();
    plot().classList.remove("plot--panning");
    drawing().style.transform = "";
    drag = null;
  };

  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#plot > svg") || event.button !== 0) return;
    const at = measure();
    if (event.clientX < at.left || event.clientX > at.right) return;
    drag = { x: event.clientX, at, id: event.pointerId, pans: event.shiftKey || event.pointerType === "touch", moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    if (!drag.moved && Math.abs(event.clientX - drag.x) < 5) return;
    if (!drag.moved) {
      drag.moved = true;
      plot().setPointerCapture(drag.id);
    }
    if (drag.pans) {
      plot().classList.add("plot--panning");
      drawing().style.transform = `translateX(${event.clientX - drag.x}px)`;
      return;
    }
    drawBrush(Math.min(drag.x, event.clientX), Math.max(drag.x, event.clientX));
  });

  const drawBrush = (low, high) => {
    const { at } = drag;
    if (!drag.brush) {
      drag.brush = document.createElement("div");
      drag.brush.className = "brush";
      drag.brush.append(document.createElement("span"));
      plot().append(drag.brush);
    }
    const left = Math.max(low, at.left);
    const style = drag.brush.style;
    style.left = `${left - plot().getBoundingClientRect().left}px`;
    style.width = `${Math.min(high, at.right) - left}px`;
    style.top = `${at.top}px`;
    style.height = `${at.height}px`;
    drag.days = [at.day(left), at.day(Math.min(high, at.right))];
    drag.brush.firstChild.textContent = `${written(drag.days[0])} – ${written(drag.days[1])}`;
  };

  document.addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { moved, pans, days, at, x } = drag;
    stop();
    if (!moved) return;
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, true));
    if (pans) pan((x - event.clientX) / at.width * at.days);
    else if (days) show(...days);
  });
  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  document.addEventListener("pointercancel", stop);
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest && event.target.closest("#plot")) event.preventDefault();
  });

  // Two fingers come closer or go further off: the days under them stay under them -------------
  const fingers = new Map(); // where each finger is, by the pointer's id
  let pinch = null;
  const ends = () => [...fingers.values()].sort((one, other) => one - other);
  const stretched = () => {
    const [low, high] = ends();
    const by = (high - low) / (pinch.high - pinch.low);
    return { by, left: low - (pinch.low - pinch.at.left) * by };
  };

  document.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !event.target.closest("#plot > svg")) return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size !== 2) return;
    stop();
    const [low, high] = ends();
    if (high - low > 20) pinch = { low, high, at: measure() };
  });

  document.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX);
    if (!pinch) return;
    const [low, high] = ends();
    if (high - low < 20) return;
    const { by, left } = stretched();
    plot().classList.add("plot--panning");
    drawing().style.transformOrigin = `${pinch.at.left - drawing().parentElement.getBoundingClientRect().left}px 0`;
    drawing().style.transform = `translateX(${left - pinch.at.left}px) scaleX(${by})`;
  });

  const lift = (event) => {
    if (!fingers.has(event.pointerId)) return;
    const held = pinch && event.type === "pointerup" && stretched();
    fingers.delete(event.pointerId);
    if (!pinch) return;
    const { at } = pinch;
    pinch = null;
    plot().classList.remove("plot--panning");
    drawing().style.transform = "";
    if (!held || Math.abs(held.by - 1) < 0.05) return;
    const aDay = at.width * held.by / at.days; // pixels of a day, stretched
    const first = at.day(at.left) - Math.round((held.left - at.left) / aDay) * DAY;
    show(first, first + Math.max(Math.round(at.width / aDay) - 1, 6) * DAY);
  };
  document.addEventListener("pointerup", lift);
  document.addEventListener("pointercancel", lift);

  // The wheel: with Shift it moves the days, with Alt it comes closer or goes further off --------
  let turned = 0;
  let rest = 0;
  document.addEventListener("wheel", (event) => {
    if (!(event.shiftKey || event.altKey) || !event.target.closest("#plot > svg")) return;
    event.preventDefault();
    turned += event.deltaY || event.deltaX;
    clearTimeout(rest);
    rest = setTimeout(() => {
      const at = measure();
      if (event.altKey) press(turned < 0 ? "+" : "-");
      else pan(turned / at.width * at.days);
      turned = 0;
    }, 150);
  }, { passive: false });

  // Keys on the figure itself; those on its marks are in marks.js --------------------------------
  const STEPS = { ArrowLeft: "ArrowLeft", ArrowRight: "ArrowRight", Home: "Home", End: "End", "+": "+", "=": "+", "-": "-" };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const onMark = event.target.closest && event.target.closest("#plot a");
    const zooms = "+=-".includes(event.key);
    if (!(event.target === plot() || (onMark && zooms)) || !STEPS[event.key]) return;
    event.preventDefault();
    plot().focus({ preventScroll: true });
    press(STEPS[event.key]);
  });
})();
