/** From the few colours that an app's author names to all the colours that the page needs. */

import {
  type Colour,
  contrast,
  flatten,
  formatColour,
  inkFor,
  luminance,
  mix,
  nearestShade,
  readableOn,
} from "./colour.ts";
import {
  type Base,
  type ColourToken,
  HUES,
  PALETTES,
  type Palette,
  STATES,
  type State,
} from "./palette.ts";
import { type ColourOption, colourOption, type ThemeOptions } from "./theme-options.ts";

const READABLE = 4.5;
const COMFORTABLE = 5.9;
const VISIBLE = 3.05;

// A state takes the hue that an author may have changed: someone who sets `redColor` expects errors
// to follow.
const HUE_OF_STATE = {
  info: "blue",
  success: "green",
  warning: "yellow",
  error: "red",
} as const satisfies Record<State, string>;

const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

/**
 * All colours of a theme.
 *
 * What the author named is taken as it is. What follows from it is derived so that it can be read:
 * muted text, lines, control borders, ink on the accent, message grounds. What follows from nothing
 * that was named keeps its base value, so a theme of one accent colour is our own page with another
 * accent.
 */
export function themeColours(options: ThemeOptions, base: Base): Palette {
  const draft = new Draft(options, base);
  settlePaper(draft);
  settleAccent(draft);
  settleHues(draft);
  return draft.palette;
}

/** A palette in the making, which knows what in it differs from the base. */
class Draft {
  readonly palette: Record<ColourToken, string>;
  readonly #options: ThemeOptions;
  readonly #changed = new Set<ColourToken>();

  constructor(options: ThemeOptions, base: Base) {
    this.palette = { ...PALETTES[base] };
    this.#options = options;
  }

  /** Takes the option when it is set, else derives the colour when one of its sources changed. */
  settle(
    token: ColourToken,
    option: ColourOption | undefined,
    sources: readonly ColourToken[],
    derive: () => Colour,
  ): void {
    const named = option && colourOption(this.#options, option);
    if (named !== undefined) this.#set(token, flatten(named, this.get("page")));
    else if (sources.some((source) => this.hasChanged(source))) this.#set(token, derive());
  }

  get(token: ColourToken): Colour {
    const hex = this.palette[token];
    const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
    return { r: channel(1), g: channel(3), b: channel(5), a: 1 };
  }

  hasChanged(token: ColourToken): boolean {
    return this.#changed.has(token);
  }

  get isDark(): boolean {
    return luminance(this.get("page")) < 0.2;
  }

  /** How much of a hue there is in a ground that is tinted with it. */
  get tint(): number {
    return this.isDark ? 0.18 : 0.1;
  }

  /** What text stands on, wherever it stands. */
  get grounds(): readonly Colour[] {
    return [this.get("page"), this.get("surface")];
  }

  #set(token: ColourToken, colour: Colour): void {
    const value = formatColour(colour);
    if (this.palette[token] !== value) this.#changed.add(token);
    this.palette[token] = value;
  }
}

function settlePaper(draft: Draft): void {
  const get = (token: ColourToken) => draft.get(token);
  const fade = (ratio: number) =>
    nearestShade(get("page"), get("text"), (shade) =>
      draft.grounds.every((ground) => contrast(shade, ground) >= ratio),
    );
  draft.settle("page", "backgroundColor", [], () => get("page"));
  draft.settle("surface", "secondaryBackgroundColor", ["page"], () =>
    draft.isDark ? mix(get("page"), WHITE, 0.06) : mix(get("page"), BLACK, 0.04),
  );
  draft.settle("text", "textColor", ["page", "surface"], () =>
    readableOn(get("text"), draft.grounds, 7),
  );
  draft.settle("sidebar", undefined, ["surface"], () => get("surface"));
  draft.settle("field", undefined, ["page"], () => get("page"));
  draft.settle("raised", undefined, ["page"], () =>
    draft.isDark ? mix(get("page"), WHITE, 0.06) : get("page"),
  );
  draft.settle("muted", undefined, ["page", "surface", "text"], () => fade(COMFORTABLE));
  draft.settle("line", "borderColor", ["page", "text"], () => mix(get("page"), get("text"), 0.14));
  draft.settle("border", "borderColor", ["page", "surface", "text"], () => fade(VISIBLE));
  draft.settle("code-bg", "codeBackgroundColor", ["surface"], () => get("surface"));
  draft.settle("code-text", "codeTextColor", ["text", "code-bg"], () =>
    readableOn(get("text"), [get("code-bg")], READABLE),
  );
}

function settleAccent(draft: Draft): void {
  const get = (token: ColourToken) => draft.get(token);
  draft.settle("accent", "primaryColor", ["page"], () =>
    readableOn(get("accent"), draft.grounds, VISIBLE),
  );
  draft.settle("on-accent", undefined, ["accent"], () => inkFor(get("accent")));
  // Away from the ink on it, so that a label is read even better while it is pointed at.
  draft.settle("accent-hover", undefined, ["accent"], () =>
    mix(get("accent"), luminance(get("on-accent")) > 0.5 ? BLACK : WHITE, 0.15),
  );
  draft.settle("accent-soft", undefined, ["accent", "page"], () =>
    mix(get("page"), get("accent"), draft.tint),
  );
  draft.settle("accent-text", undefined, ["accent", "page", "surface"], () =>
    readableOn(get("accent"), [...draft.grounds, get("accent-soft")], READABLE),
  );
  draft.settle("link", "linkColor", ["accent-text"], () => get("accent-text"));
}

function settleHues(draft: Draft): void {
  const get = (token: ColourToken) => draft.get(token);
  for (const hue of HUES) {
    const [bg, text] = [`${hue}-bg`, `${hue}-text`] as const;
    draft.settle(hue, `${hue}Color`, [], () => get(hue));
    draft.settle(bg, `${hue}BackgroundColor`, [hue, "page"], () =>
      mix(get("page"), get(hue), draft.tint),
    );
    draft.settle(text, `${hue}TextColor`, [hue, bg, "page", "surface"], () =>
      readableOn(get(draft.hasChanged(hue) ? hue : text), [...draft.grounds, get(bg)], READABLE),
    );
  }
  for (const state of STATES) {
    const hue = HUE_OF_STATE[state];
    draft.settle(`${state}-bg`, undefined, [`${hue}-bg`], () => get(`${hue}-bg`));
    draft.settle(state, undefined, [`${hue}-text`, `${state}-bg`], () => get(`${hue}-text`));
  }
}
