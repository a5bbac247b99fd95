/** The part of the page that is loaded with the first chart. */
export { VegaCanvas } from "./vega-canvas.tsx";
