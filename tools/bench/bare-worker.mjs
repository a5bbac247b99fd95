// Loads Pyodide with nothing around it.
const { loadPyodide } = await import(new URL("../pyodide/pyodide.mjs", import.meta.url).href);
await loadPyodide();
postMessage("ready");
