// Colours and letters. Colours are names of the style sheet's variables, so that the same picture is
// right in light, in dark and on paper.

const family = getComputedStyle(document.body).fontFamily;
const measure = document.createElement("canvas").getContext("2d");

export const colour = (name) => `var(--${name})`;

export const font = (size = 13, weight = "normal") => `${weight} ${size}px ${family}`;

export const widthOf = (text, size = 13, weight = "normal") => {
  measure.font = font(size, weight);
  return measure.measureText(text).width;
};

/** As much of a text as fits into a width, with a sign that there is more. */
export const cut = (text, width, size = 13) => {
  if (widthOf(text, size) <= width) return text;
  let short = text;
  while (short.length > 1 && widthOf(short + "…", size) > width) short = short.slice(0, -1);
  return short.trimEnd() + "…";
};

/** A text as lines that fit into a width, the last one cut. */
export const wrap = (text, width, most = 2, size = 13, weight = "normal") => {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && widthOf(`${last} ${word}`, size, weight) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(" "));
  return lines.map((line) => cut(line, width, size));
};

/** One line of text as ECharts draws it. */
export const text = (words, x, y, more = {}) => ({
  type: "text",
  silent: true,
  style: {
    text: words,
    x,
    y,
    fill: colour(more.fill || "ink"),
    font: font(more.size, more.weight),
    textAlign: more.align || "left",
    textVerticalAlign: more.vertical || "middle",
  },
});

export const rect = (x, y, width, height, fill, r = 0, more = {}) => ({
  type: "rect",
  shape: { x, y, width, height, r },
  style: { fill: colour(fill), ...more },
});

export const line = (x1, y1, x2, y2, stroke, width = 1, dash = undefined) => ({
  type: "line",
  silent: true,
  shape: { x1, y1, x2, y2 },
  style: { stroke: colour(stroke), lineWidth: width, lineDash: dash },
});

/** What colours mean, from x on in as many lines as it takes: shapes, and how high they are. */
export const legend = (items, x, width, y = 0) => {
  const shapes = [];
  let at = x;
  let top = y + 10;
  for (const { label, tone } of items) {
    const lines = wrap(label, width - 24, 3);
    const wide = 22 + Math.max(...lines.map((words) => widthOf(words))) + 16;
    if (at > x && at + wide - 16 > x + width) {
      at = x;
      top += 22;
    }
    shapes.push(rect(at, top - 7, 14, 14, tone, 3, { stroke: colour("line"), lineWidth: 0.75 }));
    lines.forEach((words, n) => shapes.push(text(words, at + 20, top + n * 16)));
    at += wide;
    top += (lines.length - 1) * 16;
  }
  return { shapes, height: top + 12 - y };
};

const percents = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });

/** A whole share as the page's language writes it. */
export const percent = (share) => percents.format(share / 100);

/** A round number of steps from 0 to at least a share. */
export const scale = (most) => {
  const step = most <= 25 ? 5 : most <= 50 ? 10 : 20;
  const top = Math.min(100, Math.ceil(most / step) * step);
  const ticks = [];
  for (let tick = 0; tick <= top; tick += step) ticks.push(tick);
  return { top, ticks };
};
