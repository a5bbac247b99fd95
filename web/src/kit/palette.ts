/**
 * The colours of the two base themes, for those who need them as values: theme derivation, charts
 * and the grid draw on a canvas, where no custom property reaches. `tokens.css` says the same to
 * the style sheets; a test keeps them equal.
 */

export type Base = "light" | "dark";

/** Colours that people name in text (`:red[…]`), and the theme options that set them. */
export const HUES = ["red", "orange", "yellow", "green", "blue", "violet", "gray"] as const;
export type Hue = (typeof HUES)[number];

/** States that a message can be in, each a text colour on a ground of its own. */
export const STATES = ["info", "success", "warning", "error"] as const;
export type State = (typeof STATES)[number];

export type ColourToken =
  | "page"
  | "surface"
  | "sidebar"
  | "raised"
  | "field"
  | "line"
  | "border"
  | "text"
  | "muted"
  | "accent"
  | "accent-hover"
  | "accent-soft"
  | "accent-text"
  | "on-accent"
  | "link"
  | "code-bg"
  | "code-text"
  | State
  | `${State}-bg`
  | Hue
  | `${Hue}-bg`
  | `${Hue}-text`;

export type Palette = Readonly<Record<ColourToken, string>>;

const light: Palette = {
  page: "#ffffff",
  surface: "#f5f7f9",
  sidebar: "#f5f7f9",
  raised: "#ffffff",
  field: "#ffffff",
  line: "#dfe4e9",
  border: "#868f99",
  text: "#1b1f24",
  muted: "#57606a",
  accent: "#0b6a8c",
  "accent-hover": "#095873",
  "accent-soft": "#e3eff3",
  "accent-text": "#0b6a8c",
  "on-accent": "#ffffff",
  link: "#0b6a8c",
  "code-bg": "#f5f7f9",
  "code-text": "#1b1f24",
  info: "#0b587a",
  "info-bg": "#e8f4f9",
  success: "#17693f",
  "success-bg": "#e9f6ee",
  warning: "#7a4f00",
  "warning-bg": "#fff5db",
  error: "#a8221b",
  "error-bg": "#fdeeec",
  red: "#d1495b",
  "red-bg": "#fdeeec",
  "red-text": "#a8221b",
  orange: "#e07a1f",
  "orange-bg": "#fff1e3",
  "orange-text": "#8f450a",
  yellow: "#b8901c",
  "yellow-bg": "#fff5db",
  "yellow-text": "#7a4f00",
  green: "#3a8f5d",
  "green-bg": "#e9f6ee",
  "green-text": "#17693f",
  blue: "#2f74c0",
  "blue-bg": "#eaf2fb",
  "blue-text": "#1b5393",
  violet: "#6a5acd",
  "violet-bg": "#f1effb",
  "violet-text": "#5443b0",
  gray: "#6f7680",
  "gray-bg": "#f0f2f4",
  "gray-text": "#525b65",
};

const dark: Palette = {
  page: "#0f1419",
  surface: "#171e26",
  sidebar: "#171e26",
  raised: "#1b232c",
  field: "#0f1419",
  line: "#2b343e",
  border: "#6b7683",
  text: "#e7ebef",
  muted: "#9aa6b2",
  accent: "#58b7d8",
  "accent-hover": "#7cc7e1",
  "accent-soft": "#16303b",
  "accent-text": "#58b7d8",
  "on-accent": "#06222d",
  link: "#58b7d8",
  "code-bg": "#171e26",
  "code-text": "#e7ebef",
  info: "#58b7d8",
  "info-bg": "#10242d",
  success: "#7fd3a3",
  "success-bg": "#12291d",
  warning: "#f0c56b",
  "warning-bg": "#2c220c",
  error: "#ff9d94",
  "error-bg": "#2e1614",
  red: "#f0776d",
  "red-bg": "#2e1614",
  "red-text": "#ff9d94",
  orange: "#e8934a",
  "orange-bg": "#2d1c0d",
  "orange-text": "#f5b27a",
  yellow: "#d9ad4a",
  "yellow-bg": "#2c220c",
  "yellow-text": "#f0c56b",
  green: "#5cb585",
  "green-bg": "#12291d",
  "green-text": "#7fd3a3",
  blue: "#5f9fe0",
  "blue-bg": "#12233a",
  "blue-text": "#8fbdf0",
  violet: "#9d8df0",
  "violet-bg": "#211c3b",
  "violet-text": "#bcb1f7",
  gray: "#8b96a2",
  "gray-bg": "#1f2730",
  "gray-text": "#aab4bf",
};

export const PALETTES: Readonly<Record<Base, Palette>> = { light, dark };

/** What charts draw with, on either base: each at least 2.9:1 on both pages. */
export interface ChartColours {
  readonly categorical: readonly string[];
  readonly sequential: readonly string[];
  readonly diverging: readonly string[];
}

export const CHART_COLOURS: ChartColours = {
  categorical: [
    "#0b6a8c",
    "#e07a1f",
    "#3a8f5d",
    "#b3477d",
    "#6a5acd",
    "#b8901c",
    "#6f7680",
    "#d1495b",
  ],
  sequential: [
    "#e4f1f6",
    "#c5e1ec",
    "#a3cfe0",
    "#7fbbd2",
    "#5ba6c2",
    "#3a90b0",
    "#1f7b9c",
    "#0b6a8c",
    "#08536e",
    "#053b4f",
  ],
  diverging: [
    "#8f2f24",
    "#b5503f",
    "#d17a66",
    "#e6a998",
    "#f3d6cc",
    "#d0e4ec",
    "#9ec8d8",
    "#66a6bf",
    "#2f819f",
    "#0b5a78",
  ],
};
