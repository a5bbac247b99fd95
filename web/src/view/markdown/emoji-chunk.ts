import { nameToEmoji } from "gemoji";

/** The emoji of a short name, `+1` or `tada`. */
export function tryEmoji(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
