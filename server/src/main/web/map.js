// One square for each region. Shades are for regions that differ from another one beyond
// uncertainty; the others are grey, whatever their figures.
import { cut, legend, percent, rect, text, widthOf, wrap } from "./ink.js";
import { say } from "./say.js";

const SHADES = 5;

/** Names without the words that many of them have, as long as they can still be told apart. */
const short = (rows) => {
  const often = new Map();
  rows.forEach((row) =>
    new Set(row.label.split(" ")).forEach((word) => often.set(word, (often.get(word) || 0) + 1)),
  );
  const bare = rows.map((row) => {
    const words = row.label.split(" ").filter((word) => often.get(word) < 3);
    return words.join(" ") || row.label;
  });
  return bare.map((name, i) => (bare.indexOf(name) === bare.lastIndexOf(name) ? name : rows[i].label));
};

const classes = (cells) => {
  const told = cells.filter((cell) => cell && cell.differs);
  if (!told.length) return null;
  const low = Math.min(...told.map((cell) => cell.value));
  const high = Math.max(...told.map((cell) => cell.value));
  const step = [1, 2, 5, 10, 20].find((wide) => Math.floor(high / wide) - Math.floor(low / wide) < SHADES) || 25;
  return { from: Math.floor(low / step), step, count: Math.floor(high / step) - Math.floor(low / step) + 1 };
};

const shade = (place, count) =>
  `seq${1 + Math.round((place * (SHADES - 1)) / Math.max(count - 1, 1))}`;

const tone = (cell, { from, step, count }) => shade(Math.floor(cell.value / step) - from, count);

const steps = ({ from, step, count }) =>
  Array.from({ length: count }, (none, i) => ({
    label: `${(from + i) * step}–${percent((from + i + 1) * step)}`,
    tone: shade(i, count),
  }));

const one = (shapes, figures, names, c, x, y, width) => {
  const rows = figures.rows.filter((row) => row.place);
  const across = 1 + Math.max(...rows.map((row) => row.place.column));
  const down = 1 + Math.max(...rows.map((row) => row.place.row));
  const side = Math.min(width / across, 104);
  const range = classes(rows.map((row) => row.cells && row.cells[c]));
  const title = wrap(figures.columns[c].label, width - 8, 2, 14, "bold");
  title.forEach((words, n) => shapes.push(text(words, x, y + 10 + n * 18, { weight: "bold", size: 14 })));
  const top = y + 6 + title.length * 18 + 4;
  rows.forEach((row) => {
    const cell = row.cells && row.cells[c];
    const left = x + row.place.column * side;
    const above = top + row.place.row * side;
    const fill = cell && cell.differs && range ? tone(cell, range) : "seq-same";
    const outline = cell ? { stroke: "var(--hair)" } : { stroke: "var(--line)", lineDash: [3, 3] };
    const ink = `on-${fill}`;
    shapes.push({
      ...rect(left + 1, above + 1, side - 2, side - 2, fill, 4, outline),
      cell: cell ? { ...cell, row: row.label } : { words: say("withheld"), row: row.label, label: "" },
    });
    const name = names[figures.rows.indexOf(row)];
    const size = side > 80 ? 12 : side > 52 ? 10.5 : 9.5;
    shapes.push(text(cut(name, side - 6, size), left + side / 2, above + side * 0.3, { align: "center", size, fill: ink }));
    const told = cell && cell.value !== null;
    const words = told ? [cell.words] : cell ? wrap(cell.words, side - 4, 3, 9) : ["–"];
    const large = !told ? 9 : side > 80 ? 17 : side > 44 ? 13 : 11;
    words.forEach((line, n) => {
      const y = above + side * 0.68 + (n - (words.length - 1) / 2) * 10;
      const weight = told ? "bold" : "normal";
      shapes.push(text(line, left + side / 2, y, { align: "center", size: large, weight, fill: ink }));
    });
  });
  const bottom = top + down * side + 6;
  const key = legend(range ? steps(range) : [], x, width - 6, bottom);
  shapes.push(...key.shapes);
  return range ? bottom + key.height : bottom;
};

export const mapFits = (figures, width) => width >= 640;

export const map = (figures, width, pick) => {
  const names = short(figures.rows);
  const shapes = [];
  const chosen = figures.columns.map((column, c) => c).filter((c) => pick < 0 || c === pick);
  const across = pick < 0 ? Math.max(1, Math.min(chosen.length, Math.floor(width / 300))) : 1;
  const wide = width / across;
  let y = 0;
  for (let first = 0; first < chosen.length; first += across) {
    const ends = chosen
      .slice(first, first + across)
      .map((c, p) => one(shapes, figures, names, c, p * wide, y, wide - 14));
    y = Math.max(...ends) + 14;
  }
  const told = legend([{ label: say("same"), tone: "seq-same" }], 0, width, y);
  shapes.push(...told.shapes);
  y += told.height;
  const withheld = figures.rows.some((row) => row.place && !row.cells);
  const words = say("squares") + (withheld ? ` – : ${say("withheld")}.` : "");
  wrap(words, width, 2, 12).forEach((part, n) =>
    shapes.push(text(part, 0, y + 8 + n * 16, { size: 12, fill: "soft" })),
  );
  return { shapes, height: y + 34 };
};
