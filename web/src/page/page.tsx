/** The page: where a script is chosen, asked about, and run. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Root, resolveTheme, Spinner, useStore, useSystemBase } from "../kit/index.ts";
import { isSourceError, type Project, type SourceSpec } from "../sources/sources.ts";
import { AppScreen } from "./app-screen.tsx";
import { Consent } from "./consent.tsx";
import { type Example, Landing, type Recent } from "./landing.tsx";
import type { OpenedApp } from "./opened-app.ts";
import "./page.css";

export interface PageProps {
  /** What the address asks for; null for the landing page. */
  first: SourceSpec | null;
  examples: readonly Example[];
  version: string;
  isEmbedded: boolean;
  findRecent: () => Promise<Recent | null>;
  readSource: (spec: SourceSpec) => Promise<Project>;
  openApp: (project: Project) => OpenedApp;
  /** Ask the person for a file or a folder; null when they changed their mind. */
  pick: (what: "file" | "folder") => Promise<SourceSpec | null>;
  readDrop: (dropped: DataTransfer) => Promise<SourceSpec | undefined>;
  /** The app that is on the page now, for the page's keys and address. */
  onApp: (app: OpenedApp | null) => void;
}

type Screen =
  | { at: "landing"; error: { title: string; todo: string } | null }
  | { at: "reading" }
  | { at: "consent"; project: Project }
  | { at: "app"; app: OpenedApp };

export function Page(props: PageProps) {
  const { first, readSource, openApp, onApp } = props;
  const [screen, setScreen] = useState<Screen>(
    first ? { at: "reading" } : { at: "landing", error: null },
  );
  const hasStarted = useRef(false);

  const run = useCallback(
    (project: Project) => {
      const app = openApp(project);
      onApp(app);
      setScreen({ at: "app", app });
    },
    [openApp, onApp],
  );
  const open = useCallback(
    async (choice: Promise<SourceSpec | null>) => {
      try {
        const spec = await choice;
        if (!spec) return;
        setScreen({ at: "reading" });
        const project = await readSource(spec);
        if (project.isTrusted) run(project);
        else setScreen({ at: "consent", project });
      } catch (error) {
        setScreen({ at: "landing", error: inWords(error) });
      }
    },
    [readSource, run],
  );
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    void open(Promise.resolve(first));
  }, [first, open]);

  switch (screen.at) {
    case "landing":
      return <LandingScreen {...props} error={screen.error} onSpec={(spec) => void open(spec)} />;
    case "reading":
      return (
        <Themed>
          <main className="ts-consent">
            <Spinner label="Reading the script" showLabel />
          </main>
        </Themed>
      );
    case "consent":
      return (
        <Themed>
          <Consent
            host={screen.project.origin.host ?? null}
            address={screen.project.origin.address ?? null}
            script={scriptOf(screen.project)}
            onRun={() => run(screen.project)}
            onBack={() => setScreen({ at: "landing", error: null })}
          />
        </Themed>
      );
    case "app":
      return <RunningApp app={screen.app} version={props.version} isEmbedded={props.isEmbedded} />;
    default:
      return screen satisfies never;
  }
}

function LandingScreen(
  props: PageProps & {
    error: { title: string; todo: string } | null;
    onSpec: (spec: Promise<SourceSpec | null>) => void;
  },
) {
  const { examples, error, findRecent, pick, readDrop, onSpec } = props;
  const [recent, setRecent] = useState<Recent | null>(null);
  useEffect(() => void findRecent().then(setRecent), [findRecent]);
  return (
    <Themed>
      <Landing
        examples={examples}
        recent={recent}
        onRecent={(chosen) => onSpec(chosen.open())}
        error={error}
        onFile={() => onSpec(pick("file"))}
        onFolder={() => onSpec(pick("folder"))}
        onDrop={(dropped) => onSpec(readDrop(dropped).then((spec) => spec ?? null))}
        onAddress={(address) => onSpec(Promise.resolve({ kind: "address", address }))}
      />
    </Themed>
  );
}

function RunningApp(props: { app: OpenedApp; version: string; isEmbedded: boolean }) {
  const { app, version, isEmbedded } = props;
  const { appearance } = useStore(app.controller.state);
  const system = useSystemBase();
  return (
    <Root theme={resolveTheme({}, appearance.theme, system)} className="ts-page">
      <AppScreen
        app={app.controller}
        mountUnit={app.mountIn}
        script={{ ...scriptOf(app.project), from: whereFrom(app.project) }}
        version={version}
        isEmbedded={isEmbedded}
      />
    </Root>
  );
}

function Themed({ children }: { children: ReactNode }) {
  return (
    <Root theme={resolveTheme({}, "system", useSystemBase())} className="ts-page">
      {children}
    </Root>
  );
}

function scriptOf({ entry, files }: Project): { name: string; text: string } {
  return { name: entry, text: new TextDecoder().decode(files.get(entry)) };
}

function whereFrom({ origin }: Project): string {
  const words = {
    served: "From your machine, by the local server.",
    site: "Published with this site.",
    link: "From a link.",
    gist: "From a gist.",
    file: "A file that you opened.",
    folder: "A folder that you opened.",
    code: "Carried by the link itself.",
  };
  return origin.address ?? words[origin.kind];
}

function inWords(error: unknown): { title: string; todo: string } {
  if (isSourceError(error)) return { title: `${error.asked}: ${error.why}`, todo: error.remedy };
  return { title: "The script could not be opened.", todo: String(error) };
}
