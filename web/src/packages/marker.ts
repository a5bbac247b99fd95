import { meetsSpec, tryParseVersion } from "./version.ts";

/** The version of the interpreter that Pyodide brings. */
export const PYTHON_VERSION = "3.14.2";

/** What an environment marker (PEP 508) may ask about, as Pyodide's interpreter answers it. */
const ENVIRONMENT: Record<string, string> = {
  os_name: "posix",
  sys_platform: "emscripten",
  platform_machine: "wasm32",
  platform_system: "Emscripten",
  platform_release: "",
  platform_version: "",
  python_version: "3.14",
  python_full_version: PYTHON_VERSION,
  implementation_name: "cpython",
  implementation_version: PYTHON_VERSION,
  platform_python_implementation: "CPython",
  extra: "",
};

const TOKEN = /\s*(\(|\)|~=|===|==|!=|<=|>=|<|>|"[^"]*"|'[^']*'|[A-Za-z_.]+)\s*/y;

/** Whether `marker` holds in the browser's Python. Throws when the marker cannot be read. */
export function holdsHere(marker: string): boolean {
  const tokens = tokenize(marker);
  let position = 0;
  const take = () => tokens[position++] ?? "";
  const tryTake = (word: string) => tokens[position] === word && take() === word;

  function readAny(): boolean {
    let holds = readAll();
    while (tryTake("or")) holds = readAll() || holds;
    return holds;
  }

  function readAll(): boolean {
    let holds = readOne();
    while (tryTake("and")) holds = readOne() && holds;
    return holds;
  }

  function readOne(): boolean {
    if (tryTake("(")) {
      const holds = readAny();
      if (!tryTake(")")) throw new Error(`a bracket is not closed in the marker "${marker}"`);
      return holds;
    }
    const left = valueIn(take());
    const operator = tryTake("not") ? `not ${take()}` : take();
    return compare(left, operator, valueIn(take()));
  }

  const holds = readAny();
  if (position < tokens.length) {
    throw new Error(`"${tokens[position]}" was not expected in the marker "${marker}"`);
  }
  return holds;
}

function tokenize(marker: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < marker.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(marker);
    if (!match) throw new Error(`the marker "${marker}" cannot be read from "${marker.slice(at)}"`);
    tokens.push(match[1] as string);
  }
  return tokens;
}

function valueIn(token: string): string {
  if (/^["']/.test(token)) return token.slice(1, -1);
  const name = token.replaceAll(".", "_"); // `os.name` and its like are the old spellings
  if (Object.hasOwn(ENVIRONMENT, name)) return ENVIRONMENT[name] as string;
  throw new Error(`a marker knows no "${token}"`);
}

function compare(left: string, operator: string, right: string): boolean {
  if (operator === "in") return right.includes(left);
  if (operator === "not in") return !right.includes(left);
  if (tryParseVersion(left) && tryParseVersion(right.replace(/\.\*$/, ""))) {
    return meetsSpec(left, operator + right);
  }
  switch (operator) {
    case "==":
    case "===":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      throw new Error(`a marker cannot compare by "${operator}"`);
  }
}
