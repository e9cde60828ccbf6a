// One bar of all answers for each row: as one whole, or from the middle to both ends.
import { legend, line, rect, text, widthOf, wrap } from "./ink.js";
import { say } from "./say.js";

const LABEL = 13;

const sum = (cells) => cells.reduce((all, cell) => all + (cell.value || 0), 0);

const labels = (rows, width) => {
  const narrow = width < 560;
  const any = rows.some((row) => row.label);
  const left = !any || narrow
    ? 0
    : Math.min(width * 0.34, 12 + Math.max(...rows.map((row) => widthOf(row.label))));
  return { narrow, any, left, step: any && narrow ? 56 : rows.length > 12 ? 30 : 38 };
};

const named = (shapes, row, middle, { narrow, any, left }, width) => {
  if (any && narrow) {
    shapes.push(text(wrap(row.label, width, 1)[0], 0, middle - 22));
  } else if (any) {
    const lines = wrap(row.label, left - 12, 2);
    lines.forEach((words, n) =>
      shapes.push(
        text(words, left - 12, middle + (n - (lines.length - 1) / 2) * 15, { align: "right" }),
      ),
    );
  }
};

const part = (shapes, cell, tone, x, wide, middle) => {
  if (wide <= 0) return;
  const outline = { stroke: "var(--line)", lineWidth: 0.75 };
  const box = rect(x + 0.75, middle - 14, Math.max(wide - 1.5, 0.5), 28, tone, 2, outline);
  shapes.push({ ...box, cell });
  if (widthOf(cell.words, LABEL) + 6 < wide) {
    shapes.push(
      text(cell.words, x + wide / 2, middle, { align: "center", fill: `on-${tone}`, size: LABEL }),
    );
  }
};

/** Side by side from left to right. */
export const stack = ({ columns, rows }, width) => {
  const key = legend(columns, 0, width);
  const shapes = key.shapes;
  const place = labels(rows, width);
  const whole = Math.max(100, ...rows.filter((row) => row.cells).map((row) => sum(row.cells)));
  rows.forEach((row, i) => {
    const middle = key.height + (i + 1) * place.step - (place.narrow ? 16 : place.step / 2);
    named(shapes, row, middle, place, width);
    if (!row.cells) {
      shapes.push(text(say("withheld"), place.left + 4, middle, { fill: "soft" }));
      return;
    }
    let x = place.left;
    row.cells.forEach((cell, c) => {
      const wide = ((width - place.left) * (cell.value || 0)) / whole;
      part(shapes, cell, columns[c].tone, x, wide, middle);
      x += wide;
    });
  });
  return { shapes, height: key.height + rows.length * place.step + 4 };
};

/** One end to the left of the middle, the other to the right; what is neither stands apart. */
export const diverging = ({ columns, rows }, width) => {
  const key = legend(columns, 0, width);
  const shapes = key.shapes;
  const place = labels(rows, width);
  const places = (test) => columns.map((c, i) => i).filter((i) => test(columns[i].tone));
  const one = places((tone) => tone[0] === "a").reverse();
  const between = places((tone) => tone === "n1");
  const other = places((tone) => tone[0] === "b");
  const apart = places((tone) => tone === "n2" || tone[0] === "r");
  const told = rows.filter((row) => row.cells);
  const pick = (row, which) => which.map((i) => row.cells[i]);
  const half = (row) => sum(pick(row, between)) / 2;
  const most = (of) => Math.max(1, ...told.map(of));
  const before = most((row) => half(row) + sum(pick(row, one)));
  const after = most((row) => half(row) + sum(pick(row, other)));
  const beside = apart.length ? most((row) => sum(pick(row, apart))) : 0;
  const gap = beside ? 20 : 0;
  const per = (width - place.left - gap) / (before + after + beside);
  const zero = place.left + before * per;
  const rest = zero + after * per + gap;
  const bottom = key.height + rows.length * place.step;
  shapes.push(line(zero, key.height, zero, bottom, "ink", 1, [3, 3]));
  rows.forEach((row, i) => {
    const middle = key.height + (i + 1) * place.step - (place.narrow && place.any ? 16 : place.step / 2);
    named(shapes, row, middle, place, width);
    if (!row.cells) {
      shapes.push(text(say("withheld"), place.left + 4, middle, { fill: "soft" }));
      return;
    }
    let x = zero - half(row) * per;
    between.forEach((c) => {
      const wide = (row.cells[c].value || 0) * per;
      part(shapes, row.cells[c], columns[c].tone, x, wide, middle);
      x += wide;
    });
    let back = zero - half(row) * per;
    one.forEach((c) => {
      const wide = (row.cells[c].value || 0) * per;
      back -= wide;
      part(shapes, row.cells[c], columns[c].tone, back, wide, middle);
    });
    other.forEach((c) => {
      const wide = (row.cells[c].value || 0) * per;
      part(shapes, row.cells[c], columns[c].tone, x, wide, middle);
      x += wide;
    });
    let far = rest;
    apart.forEach((c) => {
      const wide = (row.cells[c].value || 0) * per;
      part(shapes, row.cells[c], columns[c].tone, far, wide, middle);
      far += wide;
    });
  });
  return { shapes, height: bottom + 4 };
};
