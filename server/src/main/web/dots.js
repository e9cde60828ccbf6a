// A dot and its interval for each row: a panel for each answer, or for each category of a second
// segment. Grey where no difference is more than uncertainty.
import { colour, cut, legend, line, scale, text, widthOf, wrap } from "./ink.js";
import { say } from "./say.js";

const STEP = 26;
const NARROWEST = 150;
/** More lines than these are too long a picture. */
const LONGEST = 40;

const axis = (shapes, panel, { top, ticks }) => {
  const across = (share) => panel.x + ((panel.width - 10) * share) / top;
  for (const tick of ticks) {
    shapes.push(line(across(tick), panel.y, across(tick), panel.y + panel.height, "hair"));
    const fits = panel.width > 190 || tick === 0 || tick === top;
    const align = tick === 0 ? "left" : tick === top ? "right" : "center";
    if (fits) {
      const words = tick === top ? `${tick} %` : `${tick}`;
      const at = { align, size: 11, fill: "soft" };
      shapes.push(text(words, across(tick), panel.y + panel.height + 10, at));
    }
  }
  return across;
};

const dot = (shapes, cell, across, y, plain) => {
  if (cell.value === null) {
    shapes.push(text(cell.words, across(0) + 4, y, { size: 11, fill: "soft" }));
    return;
  }
  const tone = plain || cell.differs ? "dot" : "dot-same";
  shapes.push(line(across(cell.low), y, across(cell.high), y, tone, 3));
  shapes.push({
    type: "circle",
    cell,
    shape: { cx: across(cell.value), cy: y, r: 5.5 },
    style: { fill: colour(tone), stroke: colour("card"), lineWidth: 1.5 },
  });
};

const panelsOf = (figures, pick) => {
  const groups = [...new Set(figures.rows.map((row) => row.group))];
  if (groups[0]) {
    return groups.map((group) => ({
      title: group,
      lines: figures.rows
        .filter((row) => row.group === group)
        .map((row) => ({ label: row.label, cell: row.cells && row.cells[pick] })),
    }));
  }
  const chosen = figures.columns.map((column, c) => c).filter((c) => pick < 0 || c === pick);
  return chosen.map((c) => ({
    title: figures.columns[c].label,
    lines: figures.rows.map((row) => ({ label: row.label, cell: row.cells && row.cells[c] })),
  }));
};

const shape = (figures, width) => {
  const longest = Math.max(...figures.rows.map((row) => widthOf(row.label)));
  const left = Math.min(width * 0.42, longest + 14);
  return { left, per: Math.max(1, Math.floor((width - left) / NARROWEST)) };
};

/** Whether all answers go into one picture. */
export const dotsFit = (figures, width) =>
  !figures.rows[0].group &&
  Math.ceil(figures.columns.length / shape(figures, width).per) * figures.rows.length <= LONGEST;

export const dots = (figures, width, pick) => {
  const plain = Boolean(figures.rows[0].group);
  const { left, per } = shape(figures, width);
  const panels = panelsOf(figures, pick);
  const across = Math.min(per, panels.length);
  const wide = (width - left) / across;
  const highs = panels.flatMap((p) => p.lines.map((l) => (l.cell && l.cell.value !== null ? l.cell.high : 0)));
  const range = scale(Math.max(10, ...highs));
  const key = plain
    ? { shapes: [], height: 4 }
    : legend(
        [
          { label: say("differs"), tone: "dot" },
          { label: say("same"), tone: "dot-same" },
        ],
        0,
        width,
      );
  const shapes = key.shapes;
  let y = key.height;
  for (let first = 0; first < panels.length; first += across) {
    const band = panels.slice(first, first + across);
    const lines = band[0].lines;
    const titles = band.map((panel) => wrap(panel.title, wide - 18, 3, 13, "bold"));
    const head = 10 + 17 * Math.max(...titles.map((title) => title.length));
    lines.forEach((row, r) => {
      const words = cut(row.label, left - 12);
      shapes.push(text(words, left - 10, y + head + r * STEP + STEP / 2, { align: "right" }));
    });
    band.forEach((panel, p) => {
      const x = left + p * wide;
      titles[p].forEach((words, n) =>
        shapes.push(text(words, x, y + 10 + n * 17, { weight: "bold" })),
      );
      const box = { x, y: y + head, width: wide - 8, height: panel.lines.length * STEP };
      const at = axis(shapes, box, range);
      panel.lines.forEach((row, r) => {
        const middle = box.y + r * STEP + STEP / 2;
        if (row.cell) dot(shapes, { ...row.cell, row: row.label, panel: panel.title }, at, middle, plain);
        else shapes.push(text(say("withheld"), x + 4, middle, { size: 11, fill: "soft" }));
      });
    });
    y += head + lines.length * STEP + 30;
  }
  return { shapes, height: y };
};
