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

  // What a failed request would leave unsaid.
  const failed = () => {
    live().textContent = live().dataset.failed;
    live().classList.remove("visually-hidden");
  };
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);

  document.addEventListener("htmx:afterSettle", () => {
    live().classList.add("visually-hidden");
    // htmx keeps the focus where an element of the same id is there again; else it would be lost.
    if (document.activeElement === document.body) {
      const heading = document.getElementById("statements-heading");
      if (heading) heading.focus({ preventScroll: true });
    }
  });
})();
