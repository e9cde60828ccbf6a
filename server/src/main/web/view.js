// One figure of the page: its picture before its table, and the buttons between them.
import { bars } from "./bars.js";
import { dots, dotsFit } from "./dots.js";
import { draw } from "./drawing.js";
import { read } from "./figures.js";
import { map, mapFits } from "./map.js";
import { savePng, saveSvg } from "./save.js";
import { say } from "./say.js";
import { diverging, stack } from "./stack.js";

const KINDS = { bars, stack, diverging, dots, map };

const make = (name, className, text = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const button = (words, press) => {
  const made = make("button", "", words);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
};

/** A choice of answers; where not all of them fit into one picture, of one. */
const picker = (figures, change) => {
  const label = make("label", "pick", `${say("pick")} `);
  const select = document.createElement("select");
  select.append(new Option(say("every"), "-1"), ...figures.columns.map((c, i) => new Option(c.label, i)));
  label.append(select);
  let chosen = -1;
  select.addEventListener("change", () => {
    chosen = Number(select.value);
    change();
  });
  const pick = (fits) => {
    select.options[0].hidden = select.options[0].disabled = !fits;
    const picked = fits ? chosen : Math.max(chosen, 0);
    select.value = String(picked);
    return picked;
  };
  return { label, pick };
};

const tip = (place) => {
  const words = make("div", "tip");
  words.hidden = true;
  place.append(words);
  return (cell, event) => {
    words.hidden = !cell;
    if (!cell) return;
    const told = [cell.row, cell.panel || cell.label].filter(Boolean).join(", ");
    words.textContent = `${told}: ${cell.words}`;
    words.style.left = `${Math.min(event.offsetX, Math.max(0, place.clientWidth - 180))}px`;
    words.style.top = `${event.offsetY + 16}px`;
  };
};

export const view = (figure) => {
  const figures = read(figure.querySelector("table"));
  if (!figures.rows.some((row) => row.cells)) return;
  const data = figure.querySelector(".data");
  const kinds = figure.dataset.drawings.split(" ");
  const place = make("div", "plot");
  const canvas = make("div", "canvas");
  place.setAttribute("aria-hidden", "true");
  place.append(canvas);
  const pointed = tip(place);
  let kind = kinds[0];
  let chart;
  let drawn = 0;

  const show = () => {
    const isTable = kind === "table";
    figure.classList.toggle("drawn", !isTable);
    place.hidden = isTable;
    if (data.hasAttribute("role")) data.tabIndex = isTable ? 0 : -1;
    choose.forEach((made) => made.setAttribute("aria-pressed", String(made.dataset.kind === kind)));
    save.forEach((made) => (made.hidden = isTable));
    answers.label.hidden = kind !== "dots" && kind !== "map";
    if (isTable) return;
    drawn = Math.floor(place.clientWidth);
    const width = Math.max(drawn, 240);
    if (chart) chart.dispose();
    const fits = kind === "map" ? mapFits(figures, width) : dotsFit(figures, width);
    const which = answers.label.hidden ? -1 : answers.pick(fits);
    chart = draw(canvas, KINDS[kind](figures, width, which), width, pointed);
  };

  const choose = [...kinds, "table"].map((name) => {
    const made = button(say(name), () => {
      kind = name;
      show();
    });
    made.dataset.kind = name;
    return made;
  });
  const answers = picker(figures, show);
  const svg = () => canvas.querySelector("svg");
  const save = [
    button("SVG", () => saveSvg(figure, svg())),
    button("PNG", () => savePng(figure, svg())),
  ];
  save.forEach((made) => made.setAttribute("aria-label", say("save", made.textContent)));
  const views = make("div", "views");
  views.setAttribute("role", "group");
  views.setAttribute("aria-label", `${say("view")}: ${figure.querySelector("caption").textContent}`);
  views.append(...choose);
  const title = make("p", "title", figure.querySelector("caption").textContent);
  title.setAttribute("aria-hidden", "true");
  const head = make("div", "bar");
  head.append(views, answers.label);
  figure.prepend(title, head, place);
  figure.querySelector(".tools").prepend(...save);
  show();
  return () => {
    if (kind !== "table" && Math.floor(place.clientWidth) !== drawn) show();
  };
};
