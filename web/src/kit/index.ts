/** The kit's face: design tokens and plain controls that view, page and playground share. */

export { Alert, type AlertProps } from "./alert.tsx";
export { Button, type ButtonProps, type ButtonVariant, type ControlSize } from "./button.tsx";
export { Card, type CardProps, LinkCard, type LinkCardProps } from "./card.tsx";
export { classes } from "./classes.ts";
export {
  type Colour,
  contrast,
  formatColour,
  inkFor,
  luminance,
  mix,
  readableOn,
  tryParseColour,
} from "./colour.ts";
export { CopyButton, type CopyButtonProps } from "./copy-button.tsx";
export { Dialog, type DialogProps, Sheet } from "./dialog.tsx";
export { followLink, LINK_SCHEMES, leadsOut } from "./follow-link.ts";
export { Icon, type IconProps } from "./icon.tsx";
export { IconButton, type IconButtonProps } from "./icon-button.tsx";
export {
  Menu,
  MenuDivider,
  MenuItem,
  type MenuItemProps,
  type MenuProps,
  MenuSection,
  type MenuSectionProps,
} from "./menu.tsx";
export { type Base, type ChartColours, HUES, type Hue, type State } from "./palette.ts";
export { ProgressBar, type ProgressBarProps } from "./progress-bar.tsx";
export { Root, type RootProps, useSystemBase, useTheme } from "./root.tsx";
export { isShortcut } from "./shortcut.ts";
export { Spinner, type SpinnerProps } from "./spinner.tsx";
export { Store, useField, useStore } from "./store.ts";
export { TextField, type TextFieldProps } from "./text-field.tsx";
export {
  applyTheme,
  resolveTheme,
  systemBase,
  type Theme,
  type ThemePreference,
  type Tokens,
  themeTokens,
  watchSystemBase,
} from "./theme.ts";
export { type ThemeOptions, type ThemeSection, themeProblems } from "./theme-options.ts";
export { themeSection } from "./theme-section.ts";
export {
  createToasts,
  type ToastMessage,
  ToastRegion,
  type ToastRegionProps,
  type Toasts,
} from "./toast.tsx";
export { Help, type HelpProps, Tooltip, type TooltipProps } from "./tooltip.tsx";
export { whenIdle } from "./when-idle.ts";
