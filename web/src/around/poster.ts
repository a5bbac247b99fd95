/**
 * What stands for an app until somebody wants it: a button over whatever the page shows there. A click
 * puts the frame into its place.
 */
export function posterOf(
  content: Iterable<Node | string>,
  frame: HTMLIFrameElement,
): HTMLButtonElement {
  const poster = document.createElement("button");
  poster.type = "button";
  poster.append(...content);
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
  poster.addEventListener("click", () => {
    frame.loading = "eager";
    poster.replaceWith(frame);
    frame.focus();
  });
  return poster;
}

/** The frame that an app gets, as wide as there is room. */
export function frameOf(address: string, title: string, height: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.allow = "clipboard-write; fullscreen";
  frame.loading = "lazy";
  frame.src = address;
  Object.assign(frame.style, { display: "block", width: "100%", height, border: "0" });
  return frame;
}
