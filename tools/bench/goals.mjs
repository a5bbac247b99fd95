// What the medians have to come to, on a machine of two cores that does nothing else.

/** @typedef {{ most: number } | { least: number }} Goal */

/** @type {Record<string, Record<string, Goal>>} by part, and by what its table calls it */
export const GOALS = {
  starts: {
    "hello: cold, first element": { most: 1000 },
    "hello: warm, first element": { most: 500 },
    "hello: restart, first element": { most: 500 },
    "frame: cold, complete": { most: 2500 },
    "frame: warm, complete": { most: 1200 },
    "frame: restart, complete": { most: 1200 },
    "altair: warm, complete": { most: 1600 },
    "altair: restart, complete": { most: 1600 },
  },
  wire: {
    "hello: until it is there, a host that compresses nothing": { most: 12 },
    "hello: until it is there, a host that compresses": { most: 12 },
  },
  memory: {
    "hello: memory of the tab, first visit": { most: 200 },
    "hello: memory of the tab, later visit": { most: 200 },
    "frame: memory of the tab, first visit": { most: 320 },
    "frame: memory of the tab, later visit": { most: 320 },
  },
  ten: {
    "the tenth to the first": { most: 60 },
    "memory of the tab, an app": { most: 200 },
  },
  images: { "taking all images": { most: 60 } },
  heal: {
    "hello: from then until Python is there again": { most: 700 },
    "hello, with a spare: from then until Python is there again": { most: 100 },
    "pandas: from then until Python is there again": { most: 700 },
    "pandas, with a spare: from then until Python is there again": { most: 100 },
  },
  reruns: {
    "hello: rerun, in the document": { most: 5 },
    "100 lines: rerun, in the document": { most: 10 },
    "1,000 lines: rerun, in the document": { most: 40 },
    "10,000 × 5 frame, grid and chart: rerun, in the document": { most: 80 },
    "10,000 × 5 frame, grid and chart: rerun, idle": { most: 300 },
  },
  drags: {
    "hello: dragged, runs shown": { least: 50 },
    "explorer: dragged, runs behind the hand at most": { most: 2 },
  },
};
