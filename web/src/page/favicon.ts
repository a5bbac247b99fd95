/** The picture in the browser's tab, from what an app sets as its icon. */

/**
 * The address of an icon: an emoji, a short name as `:shark:`, `:material/name:`, or an address;
 * undefined for what is none of these.
 */
export async function tryIconAddress(icon: string, site: string): Promise<string | undefined> {
  const material = /^:material\/([a-z\d_]+):$/.exec(icon)?.[1];
  if (material) return new URL(`icons/${material}.svg`, site).href;
  const name = /^:([^:\s]+):$/.exec(icon)?.[1];
  if (name) {
    const { nameToEmoji } = await import("gemoji");
    return Object.hasOwn(nameToEmoji, name) ? drawEmoji(nameToEmoji[name] ?? "") : undefined;
  }
  if (/^(?:https?:|data:image\/)/i.test(icon)) return icon;
  return /^\p{Emoji}/u.test(icon) ? drawEmoji(icon) : undefined;
}

/** An emoji is a letter of a font, so a picture of it is a text. */
function drawEmoji(emoji: string): string {
  const letter = [...new Intl.Segmenter().segment(emoji)][0]?.segment ?? "";
  const text = `<text x="50" y="50" font-size="86" text-anchor="middle" dominant-baseline="central">${letter}</text>`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
