/** Numbers by a `printf` pattern, as authors write it for `NumberColumn`, `st.slider` and others. */

const DIRECTIVE = /%(?:%|([-+ 0,']*)(\d+)?(?:\.(\d+))?([bcdieufFgGosxX]))/g;

/**
 * A number written by a pattern such as "%.2f km"; the number itself, plainly, when the pattern has no place for one.
 *
 * Beyond C's own flags there is ",", which groups thousands.
 */
export function printf(pattern: string, value: number): string {
  return pattern.replace(DIRECTIVE, (directive, flags = "", width, precision, conversion) => {
    if (directive === "%%") return "%";
    const digits = precision === undefined ? undefined : Number(precision);
    const text = signed(convert(value, conversion, digits, flags), value, flags);
    return padded(text, Number(width ?? 0), flags);
  });
}

/** Whether a text has a place for a number, so that it is a pattern and not a word. */
export function isPattern(text: string): boolean {
  return text.search(DIRECTIVE) >= 0;
}

function convert(
  value: number,
  conversion: string,
  digits: number | undefined,
  flags: string,
): string {
  const size = Math.abs(value);
  switch (conversion) {
    case "d":
    case "i":
    case "u":
      return grouped(Math.trunc(size).toString(), flags);
    case "f":
    case "F":
      return grouped(size.toFixed(digits ?? 6), flags);
    case "e":
      return exponent(size.toExponential(digits ?? 6));
    case "g":
    case "G":
      return general(size, digits ?? 6, conversion === "G");
    case "x":
      return Math.trunc(size).toString(16);
    case "X":
      return Math.trunc(size).toString(16).toUpperCase();
    case "o":
      return Math.trunc(size).toString(8);
    case "b":
      return Math.trunc(size).toString(2);
    case "c":
      return String.fromCodePoint(Math.trunc(size));
    default:
      return String(size);
  }
}

function signed(text: string, value: number, flags: string): string {
  if (value < 0) return `-${text}`;
  if (flags.includes("+")) return `+${text}`;
  return flags.includes(" ") ? ` ${text}` : text;
}

function padded(text: string, width: number, flags: string): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}

function grouped(text: string, flags: string): string {
  if (!/[,']/.test(flags)) return text;
  const [whole = "", ...fraction] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** JavaScript writes 1e+5, C at least two digits: 1e+05. */
function exponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

function general(value: number, digits: number, isUpper: boolean): string {
  const precision = Math.max(digits, 1);
  const power = value === 0 ? 0 : Math.floor(Math.log10(value));
  const text =
    power < -4 || power >= precision
      ? exponent(value.toExponential(precision - 1).replace(/\.?0+e/, "e"))
      : String(Number(value.toPrecision(precision)));
  return isUpper ? text.toUpperCase() : text;
}
