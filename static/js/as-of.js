// Where parts of the page were swapped, its address went on: the date control keeps what it says now.
(function () {
  "use strict";

  const paging = ["as_of", "before", "after"];

  const kept = () => {
    const query = new URLSearchParams(window.location.search);
    paging.forEach((name) => query.delete(name));
    return query;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-keeps-address")) return;
    form.querySelectorAll("input[type=hidden]").forEach((input) => input.remove());
    kept().forEach((value, name) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      form.append(input);
    });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-today]");
    if (!link) return;
    const query = kept().toString();
    link.href = window.location.pathname + (query ? "?" + query : "") + window.location.hash;
  });
})();
