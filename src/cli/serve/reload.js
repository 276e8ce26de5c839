// Loads the page again when the site has changed, and keeps the place on the page. Only the preview serves this file.
(() => {
  "use strict";
  const { build } = document.currentScript.dataset;
  // A preview must always be fresh, so its pages are not kept for reading without a network.
  document.documentElement.dataset.preview = "";
  const key = "ocop-preview-place";
  let events;

  const place = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (place?.page === location.href) {
    scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  }

  // A page in the background lets go of its connection: browsers open only six to one host, and a seventh tab would wait.
  const listen = () => {
    if (document.hidden || events) return;
    events = new EventSource("/__ocop/events");
    events.onmessage = ({ data }) => {
      if (data === build) return;
      rest();
      sessionStorage.setItem(key, JSON.stringify({ page: location.href, x: scrollX, y: scrollY }));
      location.reload();
    };
  };

  const rest = () => {
    events?.close();
    events = undefined;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
