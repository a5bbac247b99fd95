/**
 * How an app looked when a visit began: what the next visit shows while Python starts. It is made by
 * the app unit, kept by the page, and handed back; see app/last-visit.ts.
 */
import type { Json, NodeContent } from "./messages.ts";

export interface Picture {
  /**
   * Stands for the release, the script with its files, and what it was called with: a picture of
   * anything else is not shown.
   */
  of: string;
  /** The elements of each root that has any. */
  roots: [root: number, elements: PicturedNode[]][];
  layout: "centered" | "wide";
  sidebar: "auto" | "expanded" | "collapsed" | number;
  /** The app's own options, by dotted name: its theme is among them. */
  options: Record<string, Json>;
}

export interface PicturedNode {
  content: NodeContent;
  /** A widget's value that the script had set; undefined for one that showed its default. */
  value: Json | undefined;
  children: PicturedNode[];
}
