import { HANDED } from "../protocol/embedding.ts";
import type { SourceSpec } from "./project.ts";

/**
 * The page's own address. Reserved parameters say what to open and how to show it; all others are
 * the app's `st.query_params`:
 *
 *     ?script=<address>&arg=<argument>&arg=...&embed=true&embed_options=...&edit=true&page=...&theme=...
 *     #code=<text>
 */
export interface PageAddress {
  /** What to open; undefined means the landing page. */
  source: SourceSpec | undefined;
  /** The script's arguments, `sys.argv[1:]`. */
  argv: readonly string[];
  isEmbedded: boolean;
  /** In force only while embedded, as in Streamlit. */
  embedOptions: readonly EmbedOption[];
  /** Whether the script is shown beside the app, to be changed. */
  isEditing: boolean;
  /** The page of a multi-page app. */
  page?: string;
  theme?: Theme;
  /** Whether to record what happens, for finding out why something is slow. */
  isTraced: boolean;
  /** The app's own parameters in their order, repeated ones included. */
  appQuery: readonly (readonly [name: string, value: string])[];
}

/** What stands before the name of a draft in `?script=`. */
const DRAFT = "draft:";

export type Theme = "light" | "dark" | "system";

const EMBED_OPTIONS = [
  "show_toolbar",
  "show_padding",
  "show_footer",
  "show_colored_line",
  "disable_scrolling",
  "light_theme",
  "dark_theme",
  "hide_loading_screen",
] as const;

export type EmbedOption = (typeof EMBED_OPTIONS)[number];

/** Parameters that are the page's and never the app's. */
export const RESERVED_PARAMETERS = [
  "script",
  "arg",
  "embed",
  "embed_options",
  "edit",
  "code",
  "page",
  "theme",
  "trace",
] as const;

const reserved = new Set<string>(RESERVED_PARAMETERS);

/** Reads the page's address. `served` is the manifest that the page names when a local server runs. */
export function parseAddress(url: string | URL, served?: string): PageAddress {
  const { searchParams, hash } = new URL(url);
  const page = searchParams.get("page");
  const theme = readTheme(searchParams.get("theme"));
  return {
    source: readSource(searchParams, hash, served),
    argv: searchParams.getAll("arg"),
    isEmbedded: isYes(searchParams.get("embed")),
    embedOptions: readEmbedOptions(searchParams.getAll("embed_options")),
    isEditing: isYes(searchParams.get("edit")),
    ...(page && { page }),
    ...(theme && { theme }),
    isTraced: /^(1|true)?$/i.test(searchParams.get("trace") ?? "no"),
    appQuery: [...searchParams].filter(([name]) => !reserved.has(name)),
  };
}

/** The address at `site` that `parseAddress` reads as `address`. Picked files have none of their own. */
export function writeAddress(address: PageAddress, site: string | URL): string {
  const url = new URL(site);
  const query = new URLSearchParams();
  const { source } = address;
  if (source?.kind === "address") query.append("script", source.address);
  if (source?.kind === "draft") query.append("script", DRAFT + source.id);
  if (source?.kind === "page") query.append("script", HANDED + source.name);
  for (const argument of address.argv) query.append("arg", argument);
  if (address.isEmbedded) query.append("embed", "true");
  if (address.isEditing) query.append("edit", "true");
  for (const option of address.embedOptions) query.append("embed_options", option);
  if (address.page) query.append("page", address.page);
  if (address.theme) query.append("theme", address.theme);
  if (address.isTraced) query.append("trace", "true");
  for (const [name, value] of address.appQuery) query.append(name, value);
  url.search = readable(query);
  url.hash = source?.kind === "code" ? `code=${source.code}` : "";
  return url.href;
}

function readSource(
  query: URLSearchParams,
  hash: string,
  served: string | undefined,
): SourceSpec | undefined {
  const address = query.get("script");
  if (address?.startsWith(DRAFT)) return { kind: "draft", id: address.slice(DRAFT.length) };
  if (address?.startsWith(HANDED)) return { kind: "page", name: address.slice(HANDED.length) };
  if (address) {
    // Pasted as it is, a gist's anchor becomes the anchor of this page.
    const isGistAnchor = /^#file-/.test(hash) && !address.includes("#");
    return { kind: "address", address: isGistAnchor ? address + hash : address };
  }
  const code = /^#(?:.*&)?code=([^&]*)/.exec(hash)?.[1] ?? query.get("code");
  if (code) return { kind: "code", code };
  return served === undefined ? undefined : { kind: "served", manifest: served };
}

function readEmbedOptions(values: readonly string[]): EmbedOption[] {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return EMBED_OPTIONS.filter((option) => wanted.has(option));
}

function readTheme(value: string | null): Theme | undefined {
  const theme = value?.toLowerCase();
  return theme === "light" || theme === "dark" || theme === "system" ? theme : undefined;
}

function isYes(value: string | null): boolean {
  return value?.toLowerCase() === "true";
}

/** Slashes and colons may stand in a query as they are, which keeps links legible. */
function readable(query: URLSearchParams): string {
  return query.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
}
