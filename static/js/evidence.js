// What is ticked while a search of the evidence is on its way stays ticked, and on top, when it arrives.
(function () {
  "use strict";

  const list = document.getElementById("evidence");
  if (!list) return;
  const boxes = () => [...list.querySelectorAll('input[name="evidence"]')];
  let before = [];

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target === list) before = boxes();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== list) return;
    const now = new Map(boxes().map((box) => [box.value, box]));
    before.reverse().forEach((box) => {
      const same = now.get(box.value);
      if (same) same.checked = box.checked;
      else if (box.checked) list.prepend(box.closest("label"));
    });
  });
})();
