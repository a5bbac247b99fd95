/** Archives that `pyscript.toml` unpacks into the app's folder: zips, wheels and tars. */
import { gunzipSync } from "fflate";
import { checkSize } from "./app-size.ts";
import { isAppPath } from "./project-paths.ts";
import { unzipEntries } from "./zip.ts";

/** The app's files in an archive, by their paths there. */
export async function unpackArchive(
  bytes: Uint8Array,
  name: string,
): Promise<Map<string, Uint8Array>> {
  if (/\.(zip|whl)$/i.test(name)) return unzipEntries(bytes, name).entries;
  const { parseTar } = await import("nanotar");
  const isPacked = /\.t?gz$/i.test(name);
  if (isPacked) checkSize(name, { size_bytes: unpackedSize(bytes) }, "It unpacks to");
  const tar = isPacked ? gunzipSync(bytes) : bytes;
  const files = parseTar(tar).filter(({ type }) => type === "file");
  checkSize(name, { count: files.length });
  return new Map(
    files.flatMap(({ name, data }) => {
      const path = name.replace(/^(?:\.\/)+/, "");
      return data && isAppPath(path) ? [[path, data] as const] : [];
    }),
  );
}

/** What a gzip says of itself, which is also all that is unpacked of it. */
function unpackedSize(gzip: Uint8Array): number {
  if (gzip.length < 4) return 0;
  return new DataView(gzip.buffer, gzip.byteOffset).getUint32(gzip.length - 4, true);
}
