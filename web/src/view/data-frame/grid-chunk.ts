/** The part of the page that is loaded with the first grid. */
export { Grid } from "./grid.tsx";
