// Selecting words in the text fills the passage's field and its offsets (in code points).
(function () {
  "use strict";

  const box = document.getElementById("text");
  const passage = document.getElementById("id_passage");
  const start = document.getElementById("id_start");
  const end = document.getElementById("id_end");
  if (!box || !passage) return;

  const points = (text) => [...text].length;

  document.addEventListener("selectionchange", () => {
    const selection = window.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(box);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    if (!words.trim()) return;
    start.value = points(before.toString());
    end.value = Number(start.value) + points(words);
    passage.value = words;
  });

  // What is typed is looked for in the text; the offsets were those of a selection.
  passage.addEventListener("input", () => {
    start.value = "";
    end.value = "";
  });
})();
