// A bar for each answer, its interval as a line across its end, and the figure in words.
import { line, rect, scale, text, widthOf, wrap } from "./ink.js";

export const bars = ({ columns, rows }, width) => {
  const cells = rows[0].cells;
  const words = (cell) => (cell.value === null ? cell.words : cell.words);
  const right = 12 + Math.max(...cells.map((cell) => widthOf(words(cell), 15, "bold")));
  const narrow = width < 520;
  const left = narrow
    ? 0
    : Math.min(width * 0.38, 12 + Math.max(...columns.map((c) => widthOf(c.label, 15))));
  const high = Math.max(10, ...cells.map((cell) => (cell.value === null ? 0 : cell.high)));
  const { top } = scale(high);
  const across = (share) => left + ((width - left - right) * share) / top;
  const step = narrow ? 58 : 46;
  const shapes = [];
  cells.forEach((cell, i) => {
    const middle = i * step + (narrow ? 38 : 22);
    if (narrow) {
      shapes.push(text(wrap(columns[i].label, width, 1, 14)[0], 0, middle - 24, { size: 14 }));
    } else {
      const lines = wrap(columns[i].label, left - 12, 2, 15);
      lines.forEach((words, n) =>
        shapes.push(
          text(words, left - 12, middle + (n - (lines.length - 1) / 2) * 18, {
            align: "right",
            size: 15,
          }),
        ),
      );
    }
    shapes.push(line(left, middle - 15, left, middle + 15, "line"));
    if (cell.value === null) {
      shapes.push(text(words(cell), left + 8, middle, { fill: "soft" }));
      return;
    }
    shapes.push({
      ...rect(left, middle - 13, across(cell.value) - left, 26, "bar", [0, 4, 4, 0]),
      cell,
    });
    shapes.push(line(across(cell.low), middle, across(cell.high), middle, "ink", 2));
    for (const end of [cell.low, cell.high]) {
      shapes.push(line(across(end), middle - 6, across(end), middle + 6, "ink", 2));
    }
    shapes.push(
      text(words(cell), across(cell.high) + 10, middle, { size: 15, weight: "bold" }),
    );
  });
  return { shapes, height: cells.length * step + 4 };
};
