/** The rows of an open list. */
import { page } from "vitest/browser";

export const option = (name: string) => page.getByRole("option", { name, exact: true });

/** What stands in the rows. */
export const options = () =>
  page
    .getByRole("option")
    .elements()
    .map((row) => row.textContent);
