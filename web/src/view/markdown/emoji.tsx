import { useChunk } from "../assets.ts";

export interface EmojiProps {
  readonly name: string;
  /** What was written; shown when there is no emoji of that name. */
  readonly raw: string;
}

/** An emoji by its short name. While the table is on its way the text keeps its place, unseen. */
export function Emoji({ name, raw }: EmojiProps) {
  const table = useChunk("emoji");
  if (table.value) return table.value.tryEmoji(name) ?? raw;
  return table.failed ? raw : <span className="ts-emoji-pending">{raw}</span>;
}
