// Review with keys. Every action is also a button or a link; nothing here is needed to decide.
(function () {
  "use strict";

  const KEYS = { a: "accept", r: "reject", e: "edit", u: "undo" };
  const keys = document.getElementById("keys");
  const opener = document.querySelector('[data-opens="keys"]');
  let current = null;

  const all = () => [...document.querySelectorAll("[data-suggestion]")];
  const now = () => all().find((item) => item.dataset.suggestion === current);

  // The passage of a suggestion, marked and in sight within its own box.
  const show = (item) => {
    document.querySelectorAll(".passage--current").forEach((mark) => mark.classList.remove("passage--current"));
    const marks = document.querySelectorAll(`[data-passages~="${item.dataset.suggestion}"]`);
    marks.forEach((mark) => mark.classList.add("passage--current"));
    const box = document.getElementById("text");
    if (!marks.length || box.scrollHeight <= box.clientHeight) return;
    const place = marks[0].getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += place - box.clientHeight / 3;
  };

  const go = (item) => {
    if (!item) return;
    current = item.dataset.suggestion;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    show(item);
  };

  const step = (by) => {
    const items = all();
    const at = items.findIndex((item) => item.dataset.suggestion === current);
    if (at < 0) {
      go(items.find((item) => item.dataset.state === "suggested") || items[0]);
    } else {
      go(items[Math.min(items.length - 1, Math.max(0, at + by))]);
    }
  };

  const typing = (target) =>
    target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog, [contenteditable]");

  // Escape leaves a correction as it was; where something was changed in it, only when pressed twice.
  const leave = (target) => {
    const item = target.closest("[data-suggestion]");
    const way = item && item.querySelector('[data-action="leave"]');
    if (!way) return;
    const form = way.closest("form");
    if (form.dataset.changed) {
      delete form.dataset.changed;
      const live = document.getElementById("live");
      live.textContent = document.querySelector("[data-warning]").dataset.warning;
      live.classList.remove("visually-hidden");
    } else way.click();
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-suggestion] form");
    if (form) form.dataset.changed = "yes";
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) leave(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?" && keys) keys.showModal();
    else if (KEYS[event.key]) {
      const button = now() && now().querySelector(`[data-action="${KEYS[event.key]}"]`);
      if (!button) return;
      button.click();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-suggestion]");
    if (item && item.dataset.suggestion !== current) {
      current = item.dataset.suggestion;
      show(item);
    }
  });

  // A click on a passage leads to its suggestion, unless words are being selected.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-passages]");
    if (mark && window.getSelection().isCollapsed) {
      go(document.getElementById(`suggestion-${mark.dataset.passages.split(" ")[0]}`));
    }
  });

  // What was swapped keeps the focus, and its passage in the text shows what was decided.
  document.addEventListener("htmx:afterSettle", () => {
    const item = now();
    if (!item) return;
    const field = item.querySelector("[autofocus]");
    if (field) field.focus();
    else if (!document.activeElement || document.activeElement === document.body) item.focus();
    document.querySelectorAll(`[data-passages="${current}"]`).forEach((mark) => {
      mark.classList.remove("passage--suggested", "passage--accepted", "passage--rejected");
      if (item.dataset.state) mark.classList.add(`passage--${item.dataset.state}`);
    });
  });

  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => keys.showModal());
  }
  const named = document.getElementById(window.location.hash.slice(1));
  if (named && named.dataset.suggestion) go(named);
})();
