// Draws the tables of a results page, each when it comes near the screen.
import "./news.js";
import { view } from "./view.js";

const redraws = new Map();
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !redraws.has(target)) redraws.set(target, view(target));
    }
  },
  { rootMargin: "600px" },
);
document.querySelectorAll(".figure").forEach((figure) => near.observe(figure));

let waiting;
window.addEventListener("resize", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => redraws.forEach((redraw) => redraw && redraw()));
});
