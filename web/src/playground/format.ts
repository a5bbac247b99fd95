/** Formats Python by ruff, whose program is fetched when somebody first asks for it. */
import init, { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-web";
import program from "@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm?url";

let ready: Promise<Workspace> | null = null;

/** The same script in the usual form. Throws, in words, where it is no valid Python. */
export async function formatPython(text: string): Promise<string> {
  ready ??= start().catch((error: unknown) => {
    ready = null; // the next time may be luckier
    throw error;
  });
  const workspace = await ready;
  return workspace.format(text);
}

async function start(): Promise<Workspace> {
  await init({ module_or_path: program });
  return new Workspace({ "line-length": 100 }, PositionEncoding.Utf16);
}
