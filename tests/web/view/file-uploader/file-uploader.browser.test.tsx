import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { FileUploader } from "../../../../web/src/protocol/elements.ts";
import { draw, element } from "../widget-rig.tsx";

const uploader = (props: Partial<FileUploader> = {}) =>
  element("file_uploader", {
    label: "Data",
    types: [".csv"],
    accepts: "one",
    max_size_mb: 1,
    ...props,
  });

const file = (name: string, content = "a,b", type = "text/csv") =>
  new File([content], name, { type });

const rows = () =>
  page
    .getByTestId("stFileUploaderFileName")
    .elements()
    .map((row) => row.textContent);

/** Pick files as a person does in the browser's own dialog. */
function choose(place: HTMLElement, ...files: File[]): void {
  const input = place.querySelector<HTMLInputElement>("input[type=file]");
  const picked = new DataTransfer();
  for (const each of files) picked.items.add(each);
  if (!input) throw new Error("There is nothing to pick a file with.");
  input.files = picked.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("a file uploader", () => {
  it("keeps a file for the script and tells it by its id", async () => {
    const { place, runs, uploads } = draw(uploader());
    choose(place, file("one.csv"));
    await expect.poll(() => runs.map((run) => run.values)).toEqual([{ Data: ["upload-1"] }]);
    expect(uploads.map(({ name }) => name)).toEqual(["one.csv"]);
    await expect.poll(rows).toEqual(["one.csv"]);
  });

  it("for one file puts the new one in the place of the old", async () => {
    const { place, runs } = draw(uploader());
    choose(place, file("one.csv"));
    await expect.poll(rows).toEqual(["one.csv"]);
    choose(place, file("two.csv"));
    await expect.poll(rows).toEqual(["two.csv"]);
    expect(runs.at(-1)?.values.Data).toEqual(["upload-2"]);
  });

  it("for many files adds them, all of a choice in one run, and gives any back", async () => {
    const { place, runs } = draw(uploader({ accepts: "many" }));
    choose(place, file("one.csv"), file("two.csv"));
    await expect.poll(rows).toEqual(["one.csv", "two.csv"]);
    choose(place, file("three.csv"));
    await expect.poll(rows).toEqual(["one.csv", "two.csv", "three.csv"]);
    expect(runs).toHaveLength(2);
    await page.getByRole("button", { name: "Remove two.csv" }).click();
    expect(runs.at(-1)?.values.Data).toEqual(["upload-1", "upload-3"]);
  });

  it("refuses files of another kind and those that are too large, each in its place", async () => {
    const { place, runs, uploads } = draw(uploader({ accepts: "many" }));
    choose(place, file("photo.png", "x", "image/png"), file("big.csv", "x".repeat(2 ** 20 + 1)));
    await expect.element(page.getByText("Only CSV can be added here.")).toBeVisible();
    await expect.element(page.getByText(/at most 1 MB can be added/)).toBeVisible();
    expect(runs).toEqual([]);
    expect(uploads).toEqual([]);
    await page.getByRole("button", { name: "Remove photo.png" }).click();
    expect(rows()).toEqual(["big.csv"]);
  });

  it("opens the browser's dialog by a click anywhere on it, once", async () => {
    const { place } = draw(uploader());
    let opened = 0;
    place.querySelector("input[type=file]")?.addEventListener("click", (event) => {
      event.preventDefault();
      opened += 1;
    });
    await page.getByText("Drop a file here").click();
    expect(opened).toBe(1);
    await page.getByRole("button", { name: "Choose a file" }).click();
    expect(opened).toBe(2);
  });

  it("keeps its files, with their names, when a rerun changes it", async () => {
    const { place, patch } = draw(uploader());
    choose(place, file("one.csv"));
    await expect.poll(rows).toEqual(["one.csv"]);
    patch("Data", { help: "A table", label: "Table" });
    await expect.element(page.getByText("Table")).toBeVisible();
    expect(rows()).toEqual(["one.csv"]);
  });
});
