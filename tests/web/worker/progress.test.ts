import { expect, it } from "vitest";
import type { Progress } from "../../../web/src/protocol/worker.ts";
import { BootProgress } from "../../../web/src/worker/progress.ts";

function watched(sizes: Record<string, number>): { progress: BootProgress; told: Progress[] } {
  const told: Progress[] = [];
  const progress = new BootProgress((state) => told.push(state));
  progress.expect(sizes);
  return { told, progress };
}

it("the sum of what was announced is the total from the start, and is reached", () => {
  const { progress, told } = watched({ a: 10, b: 20 });
  progress.enter("python");
  progress.add("a", 10);
  progress.add("b", 20);
  expect(told[0]).toEqual({ stage: "python", loaded: 0, total: 30 });
  expect(told.at(-1)).toEqual({ stage: "python", loaded: 30, total: 30 });
});

it("a file that is larger than announced, comes twice, or was not announced does not count", () => {
  const { progress, told } = watched({ a: 10, b: 20 });
  progress.add("a", 15);
  progress.add("a", 15);
  progress.add("unknown", 1000);
  progress.enter("starting");
  expect(told.at(-1)).toEqual({ stage: "starting", loaded: 10, total: 30 });
});

it("a file of unknown length counts as whole when it is there", () => {
  const { progress, told } = watched({ a: 10 });
  progress.add("a", Number.POSITIVE_INFINITY);
  expect(told.at(-1)?.loaded).toBe(10);
});

it("when other files are to come after all, what has arrived still counts", () => {
  const { progress, told } = watched({ core: 10, image: 100 });
  progress.add("core", 10);
  progress.add("image", 30);
  progress.expect({ core: 10, packages: 50 });
  progress.enter("python");
  expect(told.at(-1)).toEqual({ stage: "python", loaded: 40, total: 90 });
  progress.add("image", 70);
  progress.add("packages", 50);
  expect(told.at(-1)).toEqual({ stage: "python", loaded: 90, total: 90 });
});

it("what arrived before it was announced counts then", () => {
  const told: Progress[] = [];
  const progress = new BootProgress((state) => told.push(state));
  progress.add("core", 7);
  expect(told).toEqual([]);
  progress.expect({ core: 10, image: 5 });
  expect(told.at(-1)).toEqual({ stage: "python", loaded: 7, total: 15 });
  progress.add("core", 3);
  expect(told.at(-1)?.loaded).toBe(7);
  progress.enter("starting");
  expect(told.at(-1)).toEqual({ stage: "starting", loaded: 10, total: 15 });
});

it("a thousand pieces are not a thousand messages, and the last one is told", () => {
  const { progress, told } = watched({ a: 1000 });
  for (let piece = 0; piece < 1000; piece += 1) progress.add("a", 1);
  expect(told.length).toBeLessThan(100);
  expect(told.at(-1)?.loaded).toBe(1000);
});
