// Imports all of tabstream into a Pyodide whose memory can be kept as an image, and takes one.
// Prints, as JSON, the modules and every JavaScript object that the image would need help with.
// The argument is the address of the site's folder `pyodide`.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadPyodide } from "pyodide";

const [, , folder] = process.argv;
const archive = await readFile(path.join(folder, "tabstream.zip"));
const pyodide = await loadPyodide({
  _makeSnapshot: true,
  env: { HOME: "/home/pyodide", PYTHONPATH: "/lib/tabstream.zip" },
  fsInit: async (fs) => fs.writeFile("/lib/tabstream.zip", archive),
});
const modules = pyodide.runPython(await readFile(`${import.meta.dirname}/import_all.py`, "utf8"));
const foreign = [];
const image = pyodide.makeMemorySnapshot({
  serializer(object) {
    foreign.push(String(object));
    return null;
  },
});
console.log(JSON.stringify({ modules: modules.toJs(), foreign, size: image.length }));
