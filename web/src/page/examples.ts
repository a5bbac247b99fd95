/** The examples of the landing page; each is a folder under examples/. */
import type { Example } from "./landing.tsx";

export const examples: readonly Example[] = [
  { name: "hello", title: "Hello", description: "A slider, and the square of its number." },
  {
    name: "explorer",
    title: "Bird strikes",
    description: "Ten thousand rows with filters, charts and a grid.",
  },
  {
    name: "altair-gallery",
    title: "Altair gallery",
    description: "Linked views, a heat map, layers and densities.",
  },
  {
    name: "simulation",
    title: "Throwing darts",
    description: "A long computation that your change interrupts.",
  },
  {
    name: "daylight",
    title: "The length of the day",
    description: "An app of several files.",
  },
  { name: "gallery", title: "Gallery", description: "Every element." },
  {
    name: "line-chart",
    title: "A line chart",
    description: "A text, and a chart of a pandas table.",
  },
  {
    name: "cache",
    title: "A slow function, cached",
    description: "Two seconds at first, nothing from then on.",
  },
];
