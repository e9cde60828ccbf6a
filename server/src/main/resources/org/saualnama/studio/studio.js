// The little that neither plain pages nor htmx do by themselves.
"use strict";
(() => {
  const trouble = () => document.getElementById("trouble");
  const tell = (wrong) => { if (trouble()) trouble().hidden = !wrong; };

  // A change that did not arrive must not look like one that did.
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, () => tell(true));
  }

  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const xhr = event.detail.xhr;
    const came = xhr.responseURL ? new URL(xhr.responseURL) : null;
    if (came && came.pathname === "/studio/sign-in") {
      // The session has ended: its page is no part of this one.
      event.preventDefault();
      location.assign(came.href);
    } else if (xhr.status < 400) {
      tell(false);
    }
  });
})();
