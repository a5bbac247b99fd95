/**
 * Character references of markdown text, `&mdash;` or `&#8212;`, as the characters they stand for.
 */

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g;

const known = new Map<string, string>([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);

/** Replaces every reference that HTML knows; others stay as they were written. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(REFERENCE, decode) : text;
}

function decode(reference: string): string {
  if (reference[1] === "#") return decodeNumber(reference);
  const character = known.get(reference) ?? decodeName(reference);
  known.set(reference, character);
  return character;
}

function decodeNumber(reference: string): string {
  const digits = reference.slice(2, -1);
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

// The browser has the table of the 2,231 names; a parser that builds a document of its own runs and
// loads nothing, and what it is given here is one reference and no more.
function decodeName(reference: string): string {
  if (typeof DOMParser === "undefined") return reference;
  const parsed = new DOMParser().parseFromString(`<p>${reference}</p>`, "text/html");
  return parsed.body.textContent || reference;
}
