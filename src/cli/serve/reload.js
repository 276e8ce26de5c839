// Loads the page again when the site has changed, and keeps the place on the page; shows the mistakes of the catalogue over
// it. Only the preview serves this file.
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
    events.addEventListener("mistakes", ({ data }) => tell(JSON.parse(data)));
  };

  const rest = () => {
    events?.close();
    events = undefined;
  };

  // In a shadow of its own, so that neither the styles of the site nor its policy reach it: rules come by script.
  let notice;
  const tell = (mistakes) => {
    notice?.remove();
    notice = undefined;
    if (!mistakes) return;
    notice = document.createElement("section");
    notice.setAttribute("role", "alert");
    const inside = notice.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; background: #3a0d12; color: #fff; border-top: 4px solid #ffb4a8; font: 15px/1.5 system-ui, sans-serif; }
      div { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; padding: .75rem 1rem 0; }
      strong { font-size: 1.1em; }
      button { font: inherit; padding: .35rem .9rem; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; cursor: pointer; }
      button:focus-visible { outline: 3px solid #ffb4a8; outline-offset: 2px; }
      pre { margin: 0; padding: .5rem 1rem 1rem; font: 13px/1.5 ui-monospace, monospace; overflow-x: auto; tab-size: 4; }
    `);
    inside.adoptedStyleSheets = [sheet];
    const head = document.createElement("div");
    const title = document.createElement("strong");
    title.textContent = "The catalogue has mistakes; this page is as it was without them";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Hide";
    close.addEventListener("click", () => notice.remove());
    head.append(title, close);
    const text = document.createElement("pre");
    text.textContent = mistakes;
    inside.append(head, text);
    document.documentElement.append(notice);
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
