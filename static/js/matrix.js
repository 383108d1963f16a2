// The arrow keys move between the cells of a matrix; Tab goes through them as through any links.
(function () {
  "use strict";

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  // Where not all months fit, the latest are shown.
  const showLatest = () => {
    for (const box of document.querySelectorAll(".matrix-scroll")) box.scrollLeft = box.scrollWidth;
  };
  showLatest();
  document.addEventListener("htmx:afterSettle", showLatest);

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest("table[data-matrix] td");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...cell.closest("table").querySelectorAll("tbody tr:has(td)")];
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    if (event.key === "Home" || event.key === "End") {
      const links = cell.parentElement.querySelectorAll("td a");
      links[event.key === "Home" ? 0 : links.length - 1].focus();
      event.preventDefault();
      return;
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    do {
      row += step[0];
      column += step[1];
      const link = rows[row] && rows[row].cells[column] && rows[row].cells[column].querySelector("a");
      if (link && column > 0) {
        link.focus();
        return;
      }
    } while (rows[row] && column > 0 && column < rows[row].cells.length);
  });
})();
