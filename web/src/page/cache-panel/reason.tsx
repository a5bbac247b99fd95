/**
 * A sentence of Python with code between backticks. No Markdown: there are values of the app in it,
 * and what they look like is theirs.
 */
export function Reason({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  // Every other part stood between backticks.
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
