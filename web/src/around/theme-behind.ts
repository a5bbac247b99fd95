/** Light or dark, as the page is behind an element: whatever its own switch for that is called. */
export function themeBehind(behind: Element): "light" | "dark" {
  for (let element: Element | null = behind; element; element = parentOf(element)) {
    const colour = getComputedStyle(element).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    // White and black are 1 apart by either way of writing them.
    const most = colour.startsWith("rgb") ? 255 : 1;
    if (alpha > 0.5) return red + 2 * green + blue < 2 * most ? "dark" : "light";
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return colorScheme.includes("dark") && prefersDark ? "dark" : "light";
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Call `onChange` when the page may have become lighter or darker: after it has drawn, and once for all. */
export function watchThemes(onChange: () => void): void {
  let isTelling = false;
  const tell = (): void => {
    if (isTelling) return;
    isTelling = true;
    requestAnimationFrame(() => {
      isTelling = false;
      onChange();
    });
  };
  const changes = new MutationObserver(tell);
  for (const element of [document.documentElement, document.body]) {
    if (element) changes.observe(element, { attributes: true });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
}
