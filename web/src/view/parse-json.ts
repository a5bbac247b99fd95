/** Reading JSON as Python writes it. */

export type Parsed = { value: unknown; error?: undefined } | { value?: undefined; error: string };

/** A string, which is left alone, or one of the numbers that JSON does not have. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

const MARK = "\u0000";

/** The value of a JSON text, or what is wrong with it. `NaN` and `Infinity` are understood. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const marked = text.replace(STRING_OR_NUMBER, (token) =>
      token.startsWith('"') ? token : JSON.stringify(MARK + token),
    );
    if (marked === text) return { error: reason(error) };
    try {
      return { value: JSON.parse(marked, unmark) };
    } catch {
      return { error: reason(error) };
    }
  }
}

function unmark(_: string, value: unknown): unknown {
  return typeof value === "string" && value.startsWith(MARK) ? Number(value.slice(1)) : value;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
