// Pictures as files: with their heading above and their source below, in the colours of the page.
import { wrap } from "./ink.js";
import { say } from "./say.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const MARGIN = 20;

const element = (name, attributes) => {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const lines = (words, y, size, weight, width, fill) =>
  wrap(words, width, 8, size, weight).map((line, i) => {
    const at = { x: MARGIN, y: y + i * size * 1.35, fill };
    const made = element("text", { ...at, "font-size": size, "font-weight": weight });
    made.setAttribute("font-family", "system-ui, sans-serif");
    made.textContent = line;
    return made;
  });

/** Variables of the style sheet mean nothing outside the page. */
const inked = (text) => {
  const style = getComputedStyle(document.documentElement);
  return text.replace(/var\((--[\w-]+)\)/g, (all, name) => style.getPropertyValue(name).trim());
};

const picture = (figure, svg) => {
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const head = [
    ...lines(figure.dataset.heading, 34, 20, "bold", width, "var(--ink)"),
    ...lines(figure.querySelector("caption").textContent, 0, 14, "normal", width, "var(--soft)"),
  ];
  const headings = head.filter((line) => line.getAttribute("font-size") === "20").length;
  head.slice(headings).forEach((line, i) => line.setAttribute("y", 34 + headings * 27 + i * 19));
  const top = 34 + headings * 27 + (head.length - headings) * 19 + 8;
  const foot = lines(say("source"), top + height + 24, 12, "normal", width, "var(--soft)");
  const whole = { width: width + 2 * MARGIN, height: top + height + 30 + foot.length * 17 };
  const root = element("svg", { xmlns: NAMESPACE, ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` });
  root.append(element("rect", { ...whole, fill: "var(--card)" }), ...head, ...foot);
  const drawn = element("g", { transform: `translate(${MARGIN} ${top})` });
  drawn.append(...[...svg.childNodes].map((node) => node.cloneNode(true)));
  root.append(drawn);
  return { text: inked(new XMLSerializer().serializeToString(root)), ...whole };
};

const hand = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

export const saveSvg = (figure, svg) =>
  hand(new Blob([picture(figure, svg).text], { type: "image/svg+xml" }), `${figure.id}.svg`);

export const savePng = (figure, svg) => {
  const { text, width, height } = picture(figure, svg);
  const image = new Image();
  const source = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(source);
    canvas.toBlob((blob) => hand(blob, `${figure.id}.png`));
  };
  image.src = source;
};
