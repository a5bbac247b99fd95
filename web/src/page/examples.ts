/** The examples of the landing page; each is a folder under examples/. */
import type { Example } from "./landing.tsx";

export const examples: readonly Example[] = [
  { name: "hello", title: "Hello", description: "A slider, and its square." },
];
