/** What the build says of the unit's files; unit.json. */
export interface UnitParts {
  /** The file that exports `mount`. */
  unit: string;
  /** The first code in a frame for an app; it imports nothing. */
  modules: string;
  worker: string;
  /** The file that exports `framedHeadStart`: small, and asked for before the unit. */
  headStart: string;
  /** The files of the parts that are loaded when they are first needed, by name. */
  chunks: Record<string, string>;
  /** What each module imports when it starts, and the style sheets that go with it. */
  files: Record<string, { imports: string[]; css: string[] }>;
}
