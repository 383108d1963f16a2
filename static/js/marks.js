// The marks of the timeline: one stop of the Tab key, arrows between them, a look at the words in place.
(function () {
  "use strict";

  const plot = () => document.getElementById("plot");
  const peek = () => document.getElementById("peek");
  const drawing = () => [...document.querySelectorAll("#plot > svg")].find((svg) => svg.getClientRects().length);
  const links = () => { const svg = drawing(); return svg ? [...svg.querySelectorAll("a")] : []; };
  const address = (link) => {
    const to = new URL(link.getAttribute("href"), location);
    return to.pathname + to.search + to.hash;
  };
  let current = null;
  let goesIn = false;

  const place = (link) => {
    const box = link.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: row(link, box) };
  };
  // Marks one above the other are on one lane: they count as of the height of its line.
  const row = (link, box) => {
    const y = box.top + box.height / 2;
    if (!link.matches(".mark, .cluster")) return Math.round(y);
    const rails = [...drawing().querySelectorAll(".rail")].map((rail) => rail.getBoundingClientRect().top);
    return Math.round(rails.reduce((best, each) => (Math.abs(each - y) < Math.abs(best - y) ? each : best), Infinity));
  };

  const makeCurrent = (link) => {
    if (current) current.setAttribute("tabindex", "-1");
    current = link;
    if (current) current.setAttribute("tabindex", "0");
  };
  const settle = () => {
    const all = links();
    all.forEach((link) => link.setAttribute("tabindex", "-1"));
    const marks = all.filter((link) => link.matches(".mark, .cluster"));
    makeCurrent(marks[marks.length - 1] || all[0] || null);
    if (goesIn && current) current.focus({ preventScroll: true });
    goesIn = false;
  };

  const next = (link, key) => {
    const here = place(link);
    const others = links().filter((each) => each !== link).map((each) => ({ each, ...place(each) }));
    const same = others.filter((each) => Math.abs(each.y - here.y) < 3);
    const order = links();
    const after = (each) => each.x > here.x || (each.x === here.x && order.indexOf(each.each) > order.indexOf(link));
    const pick = (found, by) => found.sort((a, b) => by(a) - by(b))[0];
    const closest = (each) => Math.abs(each.x - here.x);
    if (key === "ArrowRight") return pick(same.filter(after), closest);
    if (key === "ArrowLeft") return pick(same.filter((each) => !after(each)), closest);
    if (key === "Home") return pick(same, (each) => each.x);
    if (key === "End") return pick(same, (each) => -each.x);
    const down = key === "ArrowDown" ? 1 : -1;
    const beyond = others.filter((each) => (each.y - here.y) * down >= 3);
    const y = beyond.length && pick(beyond, (each) => (each.y - here.y) * down).y;
    return pick(beyond.filter((each) => Math.abs(each.y - y) < 3), closest);
  };

  // A look at the words, beside the mark; the address stays -------------------------------------
  const look = (link) => {
    makeCurrent(link);
    const panel = peek();
    htmx.ajax("GET", address(link).split("#")[0], { source: panel, target: panel, swap: "innerHTML" })
      .then(() => {
        if (!panel.firstElementChild) return;
        if (!panel.matches(":popover-open")) panel.showPopover();
        const box = link.getBoundingClientRect();
        const below = box.bottom + 10;
        const top = below + panel.offsetHeight < innerHeight ? below : Math.max(box.top - panel.offsetHeight - 10, 8);
        const left = Math.min(Math.max(box.left + box.width / 2 - 60, 16), document.documentElement.clientWidth - panel.offsetWidth - 16);
        panel.style.setProperty("--x", `${left + scrollX}px`);
        panel.style.setProperty("--y", `${top + scrollY}px`);
        panel.focus({ preventScroll: true });
      });
  };
  const go = (link, target, enters) => {
    goesIn = enters;
    plot().focus({ preventScroll: true });
    htmx.ajax("GET", address(link), { source: plot(), target, swap: "outerHTML show:none" });
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#peek .peek__close")) { peek().hidePopover(); return; }
    const link = event.target.closest("#plot a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.matches(".mark, .pledge, .cluster[data-list]")) look(link);
    else if (link.matches(".band")) go(link, "#statements", false);
    else go(link, "#view", event.detail === 0);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest) return;
    if (event.target === plot() && (event.key === "ArrowDown" || event.key === "Enter") && current) {
      event.preventDefault();
      current.focus();
      return;
    }
    const link = event.target.closest("#plot a");
    const panel = event.target === peek() ? peek() : null;
    if (link && event.key === "Escape") { plot().focus(); return; }
    if (!(link || (panel && current)) || !/^(Arrow|Home|End)/.test(event.key)) return;
    if (panel && /(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    const found = next(link || current, event.key);
    if (!found) return;
    makeCurrent(found.each);
    if (panel && found.each.matches(".mark, .pledge, .cluster[data-list]")) look(found.each);
    else found.each.focus();
  });

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest && event.target.closest("#plot a");
    if (link) makeCurrent(link);
  });
  document.addEventListener("toggle", (event) => {
    if (event.target !== peek() || event.newState !== "closed") return;
    peek().replaceChildren();
    const lost = document.activeElement === document.body || peek().contains(document.activeElement);
    if (lost && current) current.focus({ preventScroll: true });
  }, true);
  document.addEventListener("htmx:afterSettle", (event) => { if (event.detail.target !== peek()) settle(); });
  addEventListener("resize", settle);
  settle();
})();
