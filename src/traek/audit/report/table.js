"use strict";
(function () {
  const table = document.getElementById("alle");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const words = rows.map(function (row) { return row.textContent.toLowerCase(); });

  const field = document.createElement("input");
  const label = document.createElement("label");
  const count = document.createElement("p");
  field.type = "search";
  field.className = "filter";
  label.append("Vis kun skabeloner med: ", field);
  count.className = "faint small";
  count.setAttribute("aria-live", "polite");
  document.getElementById("filter").append(label, count);
  field.addEventListener("input", function () {
    const wanted = field.value.toLowerCase().split(" ").filter(Boolean);
    let shown = 0;
    rows.forEach(function (row, at) {
      const fits = wanted.every(function (word) { return words[at].includes(word); });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = wanted.length === 0 ? "" : shown + " af " + rows.length + " vises";
  });

  function value(row, column, numeric) {
    const text = row.cells[column].textContent;
    return numeric ? Number(text.replaceAll(".", "").replace(",", ".")) : text;
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    const button = document.createElement("button");
    const numeric = head.classList.contains("number");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", function () {
      const down = head.getAttribute("aria-sort") !== (numeric ? "descending" : "ascending");
      const order = down === numeric ? -1 : 1;
      Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", order === 1 ? "ascending" : "descending");
      rows.sort(function (a, b) {
        const one = value(a, column, numeric);
        const two = value(b, column, numeric);
        return order * (numeric ? one - two : one.localeCompare(two, "da"));
      });
      rows.forEach(function (row) { body.append(row); });
    });
  });
})();
