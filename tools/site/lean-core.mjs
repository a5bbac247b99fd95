// The core's JavaScript as Emscripten wrote it, but for what makes every start wait.

/** How the module's one function begins, and how the file ends. */
const HEAD = "async function _createPyodideModule(moduleArg={}){";
const TAIL = "}export default _createPyodideModule;";

/** `_name=Module["_name"]=wasmExports["name"]`, and with `.value>>>0` for an address of data. */
const ASSIGNMENT = /\b_([\w$]+)=Module\["_\1"\]=wasmExports\["\1"\](\.value>>>0)?;/g;

const ASSIGN = "function assignWasmExports(wasmExports){";

/** The same for all that the program exports; the assignments that are left come after it. */
const ASSIGN_ALL =
  'for(const name in wasmExports){const item=wasmExports[name];if(typeof item==="function")' +
  'Module["_"+name]=item;else if(item instanceof WebAssembly.Global)Module["_"+name]=item.value>>>0}';

/**
 * Leaves out of `pyodide.asm.mjs` what is said once for each of 5,000 exports, a third of the file, and
 * lets engines compile its one function when they read it, for they remember that.
 *
 * A start reads and compiles this file while nothing else can happen. An export's own variable is left
 * out unless another line of the file reads it; all are properties of the module as before.
 * @param {string} source
 * @returns {string}
 * @throws {Error} when the file is not as it is known: another Pyodide
 */
export function leanCore(source) {
  const text = source.trimEnd();
  if (!text.startsWith(HEAD) || !text.endsWith(TAIL)) throw new Error(unknown("its one function"));
  const [before, after, ...more] = text.split(ASSIGN);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(unknown("assignWasmExports"));
  }
  const names = namesReadIn(before + after.replaceAll(ASSIGNMENT, ""));
  /** @type {Set<string>} */
  const dropped = new Set();
  const kept = after.replaceAll(ASSIGNMENT, (assignment, name) => {
    if (names.get(`_${name}`) !== 1) return assignment;
    dropped.add(`_${name}`);
    return "";
  });
  if (dropped.size === 0) throw new Error(unknown("its exports"));
  const lean = withoutVariables(before, dropped) + ASSIGN + ASSIGN_ALL + kept;
  return `export default (async function(moduleArg={}){${lean.slice(HEAD.length, -TAIL.length)}});\n`;
}

/**
 * How often each name stands in a text.
 * @param {string} text
 */
function namesReadIn(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [name] of text.matchAll(/[\w$]+/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Leaves variables out of the one list of those that are set from exports.
 * @param {string} text
 * @param {ReadonlySet<string>} dropped
 */
function withoutVariables(text, dropped) {
  let found = 0;
  const lean = text.replaceAll(/\bvar ((?:[\w$]+,){100,}[\w$]+);/g, (_, list) => {
    found += 1;
    const kept = list.split(",").filter((/** @type {string} */ name) => !dropped.has(name));
    return `var ${kept.join(",")};`;
  });
  if (found !== 1) throw new Error(unknown("the list of its exports"));
  return lean;
}

/** @param {string} what */
function unknown(what) {
  return `This pyodide.asm.mjs is of another Pyodide: ${what} cannot be found in it.`;
}
