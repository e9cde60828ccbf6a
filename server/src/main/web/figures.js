// Reads what is to be drawn from the tables of the page, which are all the data there is.

const cell = (td, label) => ({
  label,
  words: td.querySelector("b") ? td.querySelector("b").textContent : td.textContent.trim(),
  value: td.dataset.value === undefined ? null : Number(td.dataset.value),
  low: Number(td.dataset.low),
  high: Number(td.dataset.high),
  status: td.dataset.status || "",
  differs: td.dataset.differs === "yes",
});

const answers = (table) => {
  const lines = [...table.querySelectorAll("tbody tr[data-tone]")];
  const columns = lines.map((tr) => ({
    label: tr.querySelector("th").textContent.trim(),
    tone: tr.dataset.tone,
  }));
  const cells = lines.map((tr, i) => ({
    ...cell(tr.querySelector("td"), columns[i].label),
    differs: true,
  }));
  return { columns, rows: cells.length ? [{ label: "", group: "", cells }] : [] };
};

const split = (table) => {
  const columns = [...table.querySelectorAll("thead th[data-tone]")].map((th) => ({
    label: th.textContent.trim(),
    tone: th.dataset.tone,
  }));
  const rows = [...table.querySelectorAll("tbody tr")].map((tr) => ({
    label: tr.querySelector(".name").textContent.trim(),
    group: tr.dataset.group || "",
    place: tr.dataset.column && { column: Number(tr.dataset.column), row: Number(tr.dataset.row) },
    cells: tr.querySelector(".withheld")
      ? null
      : [...tr.querySelectorAll("td")]
          .slice(0, columns.length)
          .map((td, i) => cell(td, columns[i].label)),
  }));
  return { columns, rows, compared: table.dataset.compared === "yes" };
};

/**
 * Answers as columns, domains as rows; a row without cells is withheld.
 *
 * A cell's value is null where it is not told, and its words say so.
 */
export const read = (table) => (table.dataset.of === "answers" ? answers(table) : split(table));
