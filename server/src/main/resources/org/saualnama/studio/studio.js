// The little that neither plain pages nor htmx do by themselves.
"use strict";
(() => {
  // A change that did not arrive must not look like one that did.
  const tell = (wrong) => {
    const trouble = document.getElementById("trouble");
    if (trouble) trouble.hidden = !wrong;
  };
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, () => tell(true));
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) tell(false);
  });

  // Who types on while a form is drawn anew keeps what was typed: it goes into the new fields, and
  // is saved from there. What the form has just sent is not typed again, and what was open stays so.
  let typed = [];
  let opened = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig } = event.detail;
    const arrived = (field) =>
      field.form === requestConfig.elt && requestConfig.parameters[field.name] === field.value;
    opened = [...target.querySelectorAll("details.rare[id][open]")].map(({ id }) => id);
    typed = [...target.querySelectorAll("textarea[id], input[id]:not([type=hidden], [type=checkbox])")]
      .filter((field) => field.value !== field.defaultValue && !arrived(field))
      .map(({ id, value }) => ({ id, value }));
  });
  // Both come once for each part that is swapped, and htmx listens to new fields only in the end.
  const unsaved = [];
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of opened.splice(0)) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    }
    for (const { id, value } of typed.splice(0)) {
      const field = document.getElementById(id);
      if (field && field.value !== value) {
        field.value = value;
        unsaved.push(field);
      }
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const field of unsaved.splice(0)) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
})();
