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
})();
