import { useAssetText } from "../assets.ts";
import { Emoji } from "./emoji.tsx";
import "./material-icon.css";

export interface MaterialIconProps {
  /** In snake case, as in `:material/thumb_up:`. */
  readonly name: string;
  /** For an icon beside words that say the same: a screen reader passes over it. */
  readonly decorative?: boolean | undefined;
}

/**
 * A Material Symbol. The site has one small file for each; of its text only the outline's path is
 * taken, so that nothing else a file might hold gets onto the page. The icon has the size and the
 * colour of the text around it.
 */
export function MaterialIcon({ name, decorative = false }: MaterialIconProps) {
  const isName = /^[a-z\d_]+$/.test(name);
  const file = useAssetText(isName ? `icons/${name}.svg` : undefined);
  const path = file.value && / d="([^"]*)"/.exec(file.value)?.[1];
  if (!isName || file.failed || path === undefined) return `:material/${name}:`;
  const label = `${name.replaceAll("_", " ")} icon`;
  return (
    <span
      className="ts-material"
      data-testid="stIconMaterial"
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <svg viewBox="0 -960 960 960" aria-hidden="true">
        {path && <path d={path} />}
      </svg>
    </span>
  );
}

export interface GlyphProps {
  /**
   * An emoji, a short name as `:tada:`, or `:material/name:`, as the `icon` argument of many
   * elements.
   */
  readonly icon: string;
}

/** The picture beside a label, from an `icon` argument. */
export function Glyph({ icon }: GlyphProps) {
  const material = /^:material\/([^:]*):$/.exec(icon)?.[1];
  if (material !== undefined) return <MaterialIcon name={material} decorative />;
  const name = /^:([^:\s]+):$/.exec(icon)?.[1];
  return (
    <span className="ts-glyph" data-testid="stIconEmoji" aria-hidden="true">
      {name === undefined ? icon : <Emoji name={name} raw={icon} />}
    </span>
  );
}
