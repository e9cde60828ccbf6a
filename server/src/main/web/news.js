// Says, without moving anything, that figures newer than those of the page are there.
const source = document.getElementById("news")?.dataset;

const tell = () => {
  const note = document.createElement("p");
  note.className = "newer";
  note.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = source.newer;
  // The browser would take the page it has for good enough for a minute.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  note.append(link);
  document.body.append(note);
};

// Listens while the page is looked at: browsers allow few open connections to one server.
const news = () => {
  let stream;
  const listen = () => {
    stream?.close();
    stream = document.hidden ? undefined : new EventSource(source.stream);
    stream?.addEventListener("release", (event) => {
      if (event.lastEventId === source.edition) return;
      document.removeEventListener("visibilitychange", listen);
      stream.close();
      tell();
    });
  };
  document.addEventListener("visibilitychange", listen);
  listen();
};

if (source?.stream) news();
