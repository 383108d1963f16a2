// Enhancements only: every page works without this file.
(function () {
  "use strict";

  const live = () => document.getElementById("live");

  // A filter form without its button: a change of a field submits it.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });

  // "?" leads to the help, unless something is being typed or the page has keys of its own.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "?" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.getElementById("keys")?.tagName === "DIALOG") return;
    document.getElementById("help")?.click();
  });

  // The address that paper is given: parts of the page may be of a later one than the page was.
  addEventListener("beforeprint", () => {
    const printed = document.getElementById("printed-address");
    if (printed) printed.textContent = location.href;
  });

  // What a failed request would leave unsaid.
  const failed = (words) => {
    live().textContent = live().dataset[words];
    live().classList.remove("visually-hidden");
  };
  // What was chosen and not answered must not stand as if it had been: such a form says what is shown.
  const failing = (words) => (event) => {
    failed(words);
    event.target.closest?.("form[data-submit-on-change], form[hx-trigger^=change]")?.reset();
  };
  document.addEventListener("htmx:responseError", failing("failed"));
  document.addEventListener("htmx:sendError", failing("unreached"));
  document.addEventListener("htmx:timeout", failing("unreached"));

  // What was folded out stays so when its part of the page is swapped, and so does the focus in it.
  let unfolded = [];
  let focused = "";
  document.addEventListener("htmx:beforeSwap", () => {
    unfolded = [...document.querySelectorAll("details[id][open]")].map((each) => each.id);
    focused = document.activeElement?.id;
  });
  document.addEventListener("htmx:afterSwap", () => {
    unfolded.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    live().classList.add("visually-hidden");
    // htmx keeps the focus where an element of the same id is there again; else it would be lost.
    if (document.activeElement === document.body) {
      const heading = document.getElementById("statements-heading");
      if (heading) heading.focus({ preventScroll: true });
    }
  });
})();
