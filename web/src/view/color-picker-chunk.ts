/** What a colour is chosen with: heavy, and fetched when somebody is about to. */
export { ColourPanel } from "./color-picker-panel.tsx";
