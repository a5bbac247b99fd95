/** Which addresses markdown may point to. */
import { LINK_SCHEMES } from "../../kit/index.ts";

// Browsers skip control characters and white space inside a scheme ("java\nscript:"), so they are
// skipped here too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are the point
const IGNORED = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g;
const SCHEME = /^([a-z][a-z\d+.-]*):/i;

const IMAGE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;

/**
 * The address of a link when it may be followed; undefined for `javascript:`, `data:` and other
 * schemes that act.
 */
export function tryLinkAddress(address: string): string | undefined {
  const scheme = schemeOf(address);
  return scheme === undefined || LINK_SCHEMES.has(scheme) ? address : undefined;
}

/**
 * The address of an image when it may be shown. A picture in the address itself is fine: an image
 * runs no script.
 */
export function tryImageAddress(address: string): string | undefined {
  const scheme = schemeOf(address);
  const isFetched = scheme === undefined || scheme === "http" || scheme === "https";
  return isFetched || IMAGE_DATA.test(address.trim()) ? address : undefined;
}

/**
 * A link opens in a new tab, which gets no handle on this one; here it would end the app, and what
 * was set in it. Only within the page it stays.
 */
export function linkTarget(address: string): { target?: string; rel?: string } {
  const isWithin = address.trim().startsWith("#");
  return isWithin ? {} : { target: "_blank", rel: "noopener noreferrer" };
}

function schemeOf(address: string): string | undefined {
  const visible = address.replace(IGNORED, "");
  if (visible.startsWith("//") || /^[\\/]{2}/.test(visible)) return "https";
  return SCHEME.exec(visible)?.[1]?.toLowerCase();
}
