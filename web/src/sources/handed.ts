/** An app that the page around this one has in itself: `<tabstream-app>` with a script between its tags. */
import type { HandedFiles, ToApp } from "../protocol/embedding.ts";
import { checkSize } from "./app-size.ts";
import { differentPaths } from "./bytes.ts";
import { fetchCompanions, fetchManifestFiles } from "./companions.ts";
import { failures, SourceError } from "./errors.ts";
import { findScript } from "./find-script.ts";
import type { Project, ProjectChange, SourceEnv, Stop } from "./project.ts";
import { isSafePath } from "./project-paths.ts";

/** The page around this one, as far as apps are concerned. */
export interface PageAround {
  post(message: unknown): void;
  /** Hears what that page says, and which origin it is of. */
  listen(listener: (message: ToApp, origin: string) => void): Stop;
}

/** What a page hands in is right there: no answer in this time means that it never will. */
const PATIENCE_MS = 30_000;

/**
 * Ask the page around this one for its app. `name` tells it from the others of that page.
 *
 * Who hands it in decides whether it is trusted: a page beside the site is the site's own.
 */
export async function openHanded(name: string, env: SourceEnv): Promise<Project> {
  const { around } = env;
  if (!around) throw failures.notHanded(name);
  const { handed, origin } = await ask(name, around, env);
  const news = new News(around);
  const { files, entry } = await gather(handed, name, askingFor(handed, around, env)).catch(
    (error: unknown) => {
      news.end();
      throw error;
    },
  );
  // The page may have fetched a script of somebody else's.
  const from = handed.base === null ? origin : originOf(handed.base);
  const isTrusted = [origin, from].every((one) => one === new URL(env.site).origin);
  return {
    entry,
    files,
    identity: `page:${origin} ${name}`,
    origin: { kind: "page", ...(!isTrusted && { host: hostOf(from) }) },
    isTrusted,
    args: [],
    notices: [],
    watch: (onChange) => follow(handed, news, around, onChange),
  };
}

function ask(
  name: string,
  around: PageAround,
  env: SourceEnv,
): Promise<{ handed: HandedFiles; origin: string }> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      stopListening();
      stopWaiting();
    };
    const stopListening = around.listen((message, origin) => {
      if (message.type === "tabstream:files") {
        end();
        resolve({ handed: message, origin });
      } else if (message.type === "tabstream:no_files") {
        end();
        reject(new SourceError("missing", message.asked, message.why, "Mend the page around it."));
      }
    });
    const stopWaiting = env.after(PATIENCE_MS, () => {
      end();
      reject(failures.notHanded(name));
    });
    around.post({ type: "tabstream:wants_files" });
  });
}

/** All files of the app, and which of them is its script. */
async function gather(handed: HandedFiles, name: string, env: SourceEnv) {
  const files = safeFiles(handed);
  checkFiles(files, name);
  await addNeighbours(files, handed, env);
  checkFiles(files, name);
  return { files, entry: findScript(files, name, handed.entry) };
}

async function addNeighbours(
  files: Map<string, Uint8Array>,
  { entry, base, configBase }: HandedFiles,
  env: SourceEnv,
): Promise<void> {
  if (base === null) return;
  if (files.has("pyscript.toml")) await fetchManifestFiles(files, configBase ?? base, env);
  await fetchCompanions(files, entry, base, env);
}

function checkFiles(files: ReadonlyMap<string, Uint8Array>, name: string): void {
  let size_bytes = 0;
  for (const bytes of files.values()) size_bytes += bytes.length;
  checkSize(name, { count: files.size, size_bytes });
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : "null";
}

/** A page from the disk, or in a sandbox, has an origin without a name. */
function hostOf(origin: string): string {
  return origin === "null" ? "a page without an address" : new URL(origin).host;
}

/** Any page may say anything: what is taken from it is files with names that stay in the app's folder. */
function safeFiles({ files }: HandedFiles): Map<string, Uint8Array> {
  const entries = files instanceof Map ? [...files] : [];
  return new Map(
    entries.filter(([path, bytes]) => {
      return typeof path === "string" && isSafePath(path) && bytes instanceof Uint8Array;
    }),
  );
}

/** What the page hands in while nobody follows it yet: its first word's neighbours are being read. */
class News {
  #newest: HandedFiles | null = null;
  readonly #stop: Stop;

  constructor(around: PageAround) {
    this.#stop = around.listen((message) => {
      if (message.type === "tabstream:files") this.#newest = message;
    });
  }

  /** The newest; from here on somebody else listens. */
  end(): HandedFiles | null {
    this.#stop();
    const newest = this.#newest;
    this.#newest = null;
    return newest;
  }
}

/** Hear of changes in the page's own text of the app: it may be written while it is shown. */
function follow(
  first: HandedFiles,
  news: News,
  around: PageAround,
  onChange: (change: ProjectChange) => void,
): Stop {
  let before = safeFiles(first);
  const take = (handed: HandedFiles): void => {
    const now = safeFiles(handed);
    const changed = differentPaths(before, now);
    const files = new Map([...now].filter(([path]) => changed.includes(path)));
    const removed = changed.filter((path) => !now.has(path));
    before = now;
    if (changed.length > 0) onChange({ type: "saved", files, removed });
  };
  const missed = news.end();
  if (missed) take(missed);
  return around.listen((message) => {
    if (message.type === "tabstream:files") take(message);
  });
}

/**
 * What lies beside the script, the page around this one reads, whatever its host allows others. Anything
 * else is read from here: the script is not to see with that page's eyes.
 */
function askingFor(
  { base, configBase }: HandedFiles,
  around: PageAround,
  env: SourceEnv,
): SourceEnv {
  const beside = new Set([base, configBase].map((address) => address && originOf(address)));
  const ask = fetchThrough(around, env);
  return {
    ...env,
    fetch: (input, init) => {
      return beside.has(originOf(String(input))) ? ask(input) : env.fetch(input, init);
    },
  };
}

function fetchThrough(around: PageAround, env: SourceEnv): SourceEnv["fetch"] {
  let last = 0;
  return (input) => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      const end = (response: Response): void => {
        stopListening();
        stopWaiting();
        resolve(response);
      };
      const stopListening = around.listen((message) => {
        if (message.type !== "tabstream:file" || message.id !== id) return;
        const { bytes, status } = message;
        const body = bytes instanceof Uint8Array ? new Uint8Array(bytes) : null;
        end(new Response(body, { status: body ? 200 : asFailure(status) }));
      });
      const stopWaiting = env.after(PATIENCE_MS, () => end(new Response(null, { status: 504 })));
      around.post({ type: "tabstream:read", id, address: String(input) });
    });
  };
}

function asFailure(status: unknown): number {
  return typeof status === "number" && status >= 400 && status < 600 ? status : 404;
}
