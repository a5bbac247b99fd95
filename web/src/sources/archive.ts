/** Archives that `pyscript.toml` unpacks into the app's folder: zips, wheels and tars. */
import { failures } from "./errors.ts";
import { isAppPath, MAX_FILES, MAX_PROJECT_BYTES, megabytes } from "./project-paths.ts";

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
  const isPacked = /\.t?gz$/i.test(name);
  if (isPacked && unpackedSize(bytes) > MAX_PROJECT_BYTES) {
    const what = `It unpacks to ${megabytes(unpackedSize(bytes))}`;
    throw failures.tooLarge(name, what, megabytes(MAX_PROJECT_BYTES));
  }
  const tar = isPacked ? gunzipSync(bytes) : bytes;
  const files = parseTar(tar).filter(({ type }) => type === "file");
  if (files.length > MAX_FILES) {
    throw failures.tooLarge(name, `More than ${MAX_FILES} files are in it`, `${MAX_FILES}`);
  }
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
