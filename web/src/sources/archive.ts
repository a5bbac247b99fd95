/** Archives that `pyscript.toml` unpacks into the app's folder: zips, wheels and tars. */
import { isAppPath } from "./project-paths.ts";

/** The app's files in an archive, by their paths there. */
export async function unpackArchive(
  bytes: Uint8Array,
  name: string,
): Promise<Map<string, Uint8Array>> {
  if (/\.(zip|whl)$/i.test(name)) {
    const { unzipEntries } = await import("./zip.ts");
    return unzipEntries(bytes, name).entries;
  }
  const [{ parseTar }, { gunzipSync }] = await Promise.all([import("nanotar"), import("fflate")]);
  const tar = /\.t?gz$/i.test(name) ? gunzipSync(bytes) : bytes;
  const files = parseTar(tar).filter(({ type }) => type === "file");
  return new Map(
    files.flatMap(({ name, data }) => {
      const path = name.replace(/^(?:\.\/)+/, "");
      return data && isAppPath(path) ? [[path, data] as const] : [];
    }),
  );
}
