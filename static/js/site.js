// Enhancements only: every page works without this file.
(function () {
  "use strict";

  const live = () => document.getElementById("live");

  // A filter form without its button: a change of a field submits it.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form) form.requestSubmit();
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
