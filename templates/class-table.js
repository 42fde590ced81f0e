"use strict";
// Sorts tables by the column whose heading is pressed, and filters the submissions. Without it the page reads the same.
(() => {
  const compareTexts = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;

  // A cell's own key goes before its text; a cell without either comes last, whichever way the column is sorted.
  const keyOf = (cell, isNumber) => {
    const written = cell.dataset.key ?? cell.textContent.trim();
    if (!isNumber) return written === "" ? null : written;
    const number = Number.parseFloat(written);
    return Number.isNaN(number) ? null : number;
  };

  const sort = (table, column, descending) => {
    const body = table.tBodies[0];
    const isNumber = "number" in table.tHead.rows[0].cells[column].dataset;
    const compare = isNumber ? (a, b) => a - b : compareTexts;
    const keyed = Array.from(body.rows, row => ({ row, key: keyOf(row.cells[column], isNumber) }));
    keyed.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
      return descending ? compare(b.key, a.key) : compare(a.key, b.key);
    });
    body.append(...keyed.map(entry => entry.row));
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    const headings = Array.from(table.tHead.rows[0].cells);
    for (const heading of headings.filter(heading => !("unsorted" in heading.dataset))) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const descending = heading.getAttribute("aria-sort") === "ascending";
        for (const other of headings) other.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sort(table, heading.cellIndex, descending);
      });
    }
  }

  const byId = id => document.getElementById(id);
  const [text, part, verdict, count] = ["filter-text", "filter-part", "filter-verdict", "filter-count"].map(byId);
  const rows = Array.from(byId("rows").tBodies[0].rows, row => ({ row, text: null }));

  const hasText = (entry, wanted) => {
    entry.text ??= entry.row.textContent.toLowerCase();
    return wanted.every(word => entry.text.includes(word));
  };

  const hasVerdict = (row, sheet, place, letter) => {
    const { sheet: own, verdicts } = row.dataset;
    if (letter === "-") return own === "" && sheet === "";
    if (sheet !== "" && own !== sheet) return false;
    const seen = place === "" ? verdicts : verdicts.charAt(Number(place));
    return letter === "" || seen.includes(letter);
  };

  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const [sheet, place] = part.value === "" ? ["", ""] : part.value.split(":");
    let shown = 0;
    for (const entry of rows) {
      const fits = hasVerdict(entry.row, sheet, place, verdict.value) && hasText(entry, wanted);
      entry.row.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = `${shown} of ${rows.length} shown`;
  };

  text.addEventListener("input", filter);
  part.addEventListener("change", filter);
  verdict.addEventListener("change", filter);
  byId("filter-reset").addEventListener("click", () => {
    [text.value, part.value, verdict.value] = ["", "", ""];
    filter();
  });
  filter();
  document.querySelector(".filters").hidden = false;
})();
