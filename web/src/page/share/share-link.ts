/** The address by which somebody else opens an app. */
import { encodeCode, type SourceSpec } from "../../sources/sources.ts";
import type { AddressBar } from "../address-bar.ts";
import type { OpenedApp } from "../opened-app.ts";

export interface SharedLink {
  address: string;
  /** The same for the frame of another page. */
  embedded: string;
  /** What it is called there. */
  title: string;
  /** Whether the address is of the present state, and not of the app as it begins. */
  hasState: boolean;
  /** Whether the app's files are in the address itself. */
  isCarried: boolean;
  /** Whether nobody but this machine can open it. */
  isLocal: boolean;
  /** Paths of files that are not in it. */
  leftOut: readonly string[];
}

/** What a person wants of the link. */
export interface ShareChoice {
  /** Whether it is of the present state, and not of the app as it begins. */
  withState: boolean;
  /** Whether it opens the script beside the app, to be changed. */
  inEditor: boolean;
}

/** Makes the link; throws a `SourceError` when there can be none. */
export type Share = (choice: ShareChoice) => Promise<SharedLink>;

export async function shareApp(
  app: OpenedApp,
  bar: Pick<AddressBar, "source" | "linkTo" | "hasState">,
  { withState, inEditor }: ShareChoice,
): Promise<SharedLink> {
  const { source, leftOut } = await sourceOf(app, bar.source);
  const address = bar.linkTo(source, { withState, isEmbedded: false, isEditing: inEditor });
  const { settings } = app.controller.state.get();
  return {
    address,
    embedded: bar.linkTo(source, { withState, isEmbedded: true, isEditing: inEditor }),
    title: settings?.title ?? app.project.entry,
    hasState: bar.hasState,
    isCarried: source.kind === "code",
    isLocal: isLoopback(new URL(address).hostname),
    leftOut,
  };
}

interface Shared {
  source: SourceSpec;
  leftOut: readonly string[];
}

/** What is at an address is passed on by that; what is not goes along in the link. */
async function sourceOf(app: OpenedApp, source: SourceSpec | null): Promise<Shared> {
  const { project, files } = app;
  // What `tabstream build` made is at the site's own address.
  const isBuilt = source?.kind === "served" && !project.watch;
  const hasAddress = source?.kind === "address" || source?.kind === "code" || isBuilt;
  if (hasAddress && !app.isChanged) return { source, leftOut: [] };
  const { code, leftOut } = await encodeCode({ entry: project.entry, files });
  return { source: { kind: "code", code }, leftOut };
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
