/** A browser reads the file after the click; a large one, or a question about its place, takes a while. */
const KEEP_MS = 60_000;

/** Save bytes as a file, where the browser saves downloads. */
export function saveFile(name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
  link.download = name;
  link.hidden = true;
  // Some browsers follow only links that stand in the document.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
