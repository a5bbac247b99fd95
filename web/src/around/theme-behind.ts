/** Light or dark, as the page is behind an element: whatever its own switch for that is called. */
export function themeBehind(behind: Element): "light" | "dark" {
  for (let element: Element | null = behind; element; element = parentOf(element)) {
    const [red, green, blue, alpha] = readColour(getComputedStyle(element).backgroundColor);
    if (alpha > 0.5) return red + 2 * green + blue < 2 * 255 ? "dark" : "light";
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return colorScheme.includes("dark") && prefersDark ? "dark" : "light";
}

type Colour = [red: number, green: number, blue: number, alpha: number];

/** A colour's parts up to 255, and how opaque it is up to 1. */
function readColour(colour: string): Colour {
  if (colour.startsWith("rgb")) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  }
  // Of the other ways, oklch() and color() among them, a pixel knows. Browsers may falsify what is read.
  const pixel = new OffscreenCanvas(1, 1).getContext("2d");
  if (!pixel) return [0, 0, 0, 0];
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
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
