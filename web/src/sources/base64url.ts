/** Bytes as text that may stand in an address as it is (RFC 4648, section 5, without padding). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = "";
  // `fromCharCode` takes its characters as arguments, of which there may not be too many.
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The bytes, or undefined when `text` is not base64url. */
export function tryDecodeBase64url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
