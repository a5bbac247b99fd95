import { PACKED_ENDING } from "../../protocol/assets.ts";
import { unpack } from "../../protocol/unpack.ts";
import type { ImageShelf } from "./shelf.ts";

/** Fetch a file of the site and keep what is in it. */
export async function keepFile(
  shelf: ImageShelf,
  path: string,
  fetch: (path: string) => Promise<Response>,
): Promise<void> {
  const packed = await fetch(path);
  const plain = path.replace(PACKED_ENDING, "");
  // A host may not have it packed.
  const response = packed.ok || plain === path ? packed : await fetch(plain);
  if (!response.ok || !response.body) throw new Error(`the site answered ${response.status}`);
  await shelf.put(path, await unpack(response.body));
}
