// A dot and its interval for each row: a panel for each answer, or for each category of a second
// segment. Grey where no difference is more than uncertainty.
import { colour, legend, line, percent, scale, text, widthOf, wrap } from "./ink.js";
import { say } from "./say.js";

const NARROW = 520;
const NARROWEST_PANEL = 150;
/** More lines than these are too long a picture. */
const LONGEST = 40;
const LONGEST_IF_NARROW = 12;

/** How rows and panels share the width; on a narrow screen a row's label stands above its dot. */
const layout = (figures, width) => {
  const narrow = width < NARROW;
  const longest = Math.max(...figures.rows.map((row) => widthOf(row.label)));
  const left = narrow ? 0 : Math.min(width * 0.3, longest + 14);
  const lines = narrow
    ? figures.rows.map((row) => [row.label])
    : figures.rows.map((row) => wrap(row.label, left - 12));
  const step = narrow ? 42 : lines.some((words) => words.length > 1) ? 38 : 27;
  const per = narrow ? 1 : Math.max(1, Math.floor((width - left) / NARROWEST_PANEL));
  return { narrow, left, step, per };
};

/** Whether all answers go into one picture. */
export const dotsFit = (figures, width) => {
  const { per, narrow } = layout(figures, width);
  const lines = Math.ceil(figures.columns.length / per) * figures.rows.length;
  return !figures.rows[0].group && lines <= (narrow ? LONGEST_IF_NARROW : LONGEST);
};

const axis = (shapes, panel, { top, ticks }) => {
  const across = (share) => panel.x + ((panel.width - 10) * share) / top;
  for (const tick of ticks) {
    shapes.push(line(across(tick), panel.y, across(tick), panel.y + panel.height, "hair"));
    if (panel.width > 230 || tick === 0 || tick === top) {
      const align = tick === 0 ? "left" : tick === top ? "right" : "center";
      const words = tick === top ? percent(tick) : `${tick}`;
      const at = { align, size: 11, fill: "soft" };
      shapes.push(text(words, across(tick), panel.y + panel.height + 10, at));
    }
  }
  return across;
};

const dot = (shapes, cell, across, y, plain) => {
  if (!cell || cell.value === null) {
    const words = cell ? cell.words : say("withheld");
    shapes.push(text(words, across(0) + 4, y, { size: 11, fill: "soft" }));
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

/** What stands side by side. */
const panelsOf = ({ columns, rows }, pick) => {
  const groups = [...new Set(rows.map((row) => row.group))];
  const panel = (title, of, column) => ({
    title,
    lines: of.map((row) => {
      const cell = row.cells && { ...row.cells[column], row: row.label, panel: title };
      return { label: row.label, cell };
    }),
  });
  return groups[0]
    ? groups.map((group) => panel(group, rows.filter((row) => row.group === group), pick))
    : columns
        .map((column, c) => panel(column.label, rows, c))
        .filter((made, c) => pick < 0 || c === pick);
};

const key = (plain, width) =>
  plain
    ? { shapes: [], height: 4 }
    : legend(
        [
          { label: say("differs"), tone: "dot" },
          { label: say("same"), tone: "dot-same" },
        ],
        0,
        width,
      );

const band = (shapes, panels, y, wide, { narrow, left, step }, range, plain) => {
  const titles = panels.map((panel) => wrap(panel.title, wide - 18, 3, 13, "bold"));
  const head = 10 + 17 * Math.max(...titles.map((title) => title.length));
  const height = panels[0].lines.length * step;
  const middle = (r) => y + head + r * step + (narrow ? 30 : step / 2);
  const ats = panels.map((panel, p) => {
    const x = left + p * wide;
    titles[p].forEach((words, n) => shapes.push(text(words, x, y + 10 + n * 17, { weight: "bold" })));
    return axis(shapes, { x, y: y + head, width: wide - 8, height }, range);
  });
  panels[0].lines.forEach((row, r) => {
    const words = narrow ? wrap(row.label, wide, 1) : wrap(row.label, left - 12);
    words.forEach((part, n) =>
      narrow
        ? shapes.push(text(part, 0, middle(r) - 17))
        : shapes.push(
            text(part, left - 10, middle(r) + (n - (words.length - 1) / 2) * 15, { align: "right" }),
          ),
    );
  });
  panels.forEach((panel, p) =>
    panel.lines.forEach((row, r) => dot(shapes, row.cell, ats[p], middle(r), plain)),
  );
  return y + head + height + 30;
};

export const dots = (figures, width, pick) => {
  const plain = !figures.compared;
  const place = layout(figures, width);
  const panels = panelsOf(figures, pick);
  const across = Math.min(place.per, panels.length);
  const wide = Math.min((width - place.left) / across, 460);
  const cells = panels.flatMap((panel) => panel.lines.map((row) => row.cell));
  const told = cells.filter((cell) => cell && cell.value !== null);
  const range = scale(Math.max(10, ...told.map((cell) => cell.high)));
  const { shapes, height } = key(plain, width);
  let y = height;
  for (let first = 0; first < panels.length; first += across) {
    y = band(shapes, panels.slice(first, first + across), y, wide, place, range, plain);
  }
  return { shapes, height: y };
};
