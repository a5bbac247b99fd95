import { encodeBase64url } from "./base64url.ts";

/**
 * The same content has the same fingerprint, and nobody can make other content with it. Undefined
 * where the browser has no SHA-256: it gives that only to safe contexts.
 */
export async function tryFingerprint(content: Uint8Array): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", content.slice());
  return encodeBase64url(new Uint8Array(digest));
}

/** The fingerprint of files with their names, in whatever order they come. */
export async function tryFingerprintOfFiles(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string | undefined> {
  const lines = await Promise.all(
    [...files].map(async ([path, bytes]) => `${path}\n${await tryFingerprint(bytes)}`),
  );
  return tryFingerprint(new TextEncoder().encode(lines.sort().join("\n")));
}
