// What no start from a memory image can do without, and nothing else: compile the core, have its
// memory and fill it, put a word on the screen. On the page's own thread, so that no worker has to
// come first.

const WASM = "../pyodide/pyodide.asm.wasm";

/** The image of this name on the site: its memory's size and content, and its side modules. */
async function readImage(name) {
  const { images } = await (await fetch("../pyodide/packages.json")).json();
  const { path } = images.find((image) => image.path.includes(`/${name}-`));
  const { body } = await fetch(`../${path}`);
  const plain = body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  // As web/src/image/format.ts has it: a mark of 8 bytes, the header's length, the header, the parts.
  const length = new DataView(bytes.buffer).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length)));
  const { modules, support, memory } = header.parts;
  const start = 12 + length;
  const content = bytes.slice(start + modules + support, start + modules + support + memory);
  const sideModules = header.modules.map(([, at, size]) =>
    bytes.slice(start + at, start + at + size),
  );
  return { header, content, sideModules };
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(), 0)));

/** By its address and as it is: only so does a browser keep what it has compiled. */
const compileKept = () => WebAssembly.compileStreaming(fetch(WASM));

window.compileAnew = async () => {
  const [read, bytes] = await timed(async () => (await fetch(WASM)).arrayBuffer());
  const [compile] = await timed(() => WebAssembly.compile(bytes));
  return { read, compile };
};

window.measureFloor = async (name) => {
  const { header, content, sideModules } = await readImage(name);
  const start = performance.now();
  const [compile] = await timed(compileKept);
  const [sides] = await timed(() =>
    Promise.all(sideModules.map((bytes) => WebAssembly.compile(bytes))),
  );
  const [fill] = await timed(() => {
    const pages = Math.ceil(header.size / 65_536);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536 });
    const target = new Uint8Array(memory.buffer);
    let at = 0;
    for (const [address, size] of header.blocks) {
      target.set(content.subarray(at, at + size), address);
      at += size;
    }
    window.memory = memory;
  });
  const [paint] = await timed(() => {
    document.querySelector("p").textContent = `${name} is there`;
    return painted();
  });
  const total = performance.now() - start;
  return { compile, sides, fill, paint, total, size: header.size, content: content.length };
};
