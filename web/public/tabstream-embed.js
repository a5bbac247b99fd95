/**
 * For a page that has tabstream apps in it. Each frame gets the height and the theme that suit it, and
 * a link marked `data-tabstream` becomes an app: at a click, or, with the value "near", when a reader
 * comes near it. Without this script such a link is a link.
 *
 *     <script src="https://example.org/apps/tabstream-embed.js" async></script>
 *     <a data-tabstream href="https://example.org/apps/?script=saving.py">How savings grow</a>
 */
(() => {
  /** The frames of apps, each known by the window that speaks from it. */
  const apps = new Map();

  function findFrame(app) {
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === app) return frame;
    }
    return null;
  }

  /** Light or dark, as the page is behind the frame: whatever its own switch for that is called. */
  function themeBehind(frame) {
    for (let element = frame; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      // White and black are 1 apart by either way of writing them.
      const most = colour.startsWith("rgb") ? 255 : 1;
      if (alpha > 0.5) return red + 2 * green + blue < 2 * most ? "dark" : "light";
    }
    const { colorScheme } = getComputedStyle(document.documentElement);
    const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
    return colorScheme.includes("dark") && prefersDark ? "dark" : "light";
  }

  function tellTheme(app, frame) {
    app.postMessage({ type: "tabstream:theme", theme: themeBehind(frame) }, "*");
  }

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "tabstream:height" && data?.type !== "tabstream:hello") return;
    const frame = apps.get(source) ?? findFrame(source);
    if (!frame) return;
    apps.set(source, frame);
    if (data.type === "tabstream:hello") tellTheme(source, frame);
    else frame.style.height = `${data.height}px`;
  });

  let isTelling = false;
  /** After the page has drawn what has changed, and once for all changes. */
  function tellThemes() {
    if (isTelling) return;
    isTelling = true;
    requestAnimationFrame(() => {
      isTelling = false;
      for (const [app, frame] of apps) {
        if (frame.isConnected) tellTheme(app, frame);
        else apps.delete(app);
      }
    });
  }
  const changes = new MutationObserver(tellThemes);
  for (const element of [document.documentElement, document.body]) {
    if (element) changes.observe(element, { attributes: true });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellThemes);

  function frameOf(link) {
    const address = new URL(link.href);
    address.searchParams.set("embed", "true");
    const frame = document.createElement("iframe");
    frame.title = link.textContent.trim();
    frame.allow = "clipboard-write; fullscreen";
    frame.loading = "lazy";
    frame.src = address.href;
    Object.assign(frame.style, {
      width: "100%",
      height: link.dataset.height ?? "400px",
      border: "0",
    });
    return frame;
  }

  /** What the link has in it, a picture for instance, with a button over all of it. */
  function posterOf(link) {
    const poster = document.createElement("button");
    poster.type = "button";
    poster.append(...link.childNodes);
    const word = document.createElement("span");
    word.textContent = "▶ Run";
    Object.assign(word.style, { marginInlineStart: "1em", whiteSpace: "nowrap" });
    poster.append(word);
    Object.assign(poster.style, {
      display: "block",
      width: "100%",
      padding: "2em 1em",
      border: "1px solid color-mix(in srgb, currentColor 30%, transparent)",
      borderRadius: "8px",
      background: "none",
      color: "inherit",
      font: "inherit",
      cursor: "pointer",
    });
    return poster;
  }

  function embed(link) {
    const frame = frameOf(link);
    if (link.dataset.tabstream === "near") return link.replaceWith(frame);
    const poster = posterOf(link);
    poster.addEventListener("click", () => {
      frame.loading = "eager";
      poster.replaceWith(frame);
      frame.focus();
    });
    link.replaceWith(poster);
  }

  function embedAll() {
    for (const link of document.querySelectorAll("a[data-tabstream]")) embed(link);
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", embedAll);
  else embedAll();
})();
