/** The page: where a script is chosen, asked about, and run. */
import { type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import {
  Root,
  resolveTheme,
  Spinner,
  type ThemePreference,
  themeSection,
  useField,
  useStore,
  useSystemBase,
} from "../kit/index.ts";
import { newDraftId, type Project, type SourceSpec } from "../sources/sources.ts";
import { AppScreen } from "./app-screen.tsx";
import { Consent } from "./consent.tsx";
import type { Drafts } from "./drafts.tsx";
import { useHeight } from "./height.ts";
import { type Example, Landing, type Recent } from "./landing.tsx";
import type { OpenedApp } from "./opened-app.ts";
import { ProblemAlert } from "./problem-alert.tsx";
import type { Texts } from "./texts.ts";
import type { Problem, Visit } from "./visit.ts";
import "./page.css";

export type { AppController } from "./app-controller.ts";
export type { Example } from "./landing.tsx";
export type { OpenedApp, SavedFiles } from "./opened-app.ts";
export { pickFiles } from "./pick.ts";

export interface PageProps {
  visit: Visit;
  examples: readonly Example[];
  version: string;
  /** Whether an app has a menu above it. */
  hasMenu: boolean;
  /** Whether the page has a tab to itself; else it is a part of another page. */
  isAlone: boolean;
  /** The theme that the address asks for. */
  theme: ThemePreference;
  findRecent: () => Promise<Recent | null>;
  /** Ask the person for a file or a folder; null when they changed their mind. */
  pick: (what: "file" | "folder") => Promise<SourceSpec | null>;
  readDrop: (dropped: DataTransfer) => Promise<SourceSpec | undefined>;
  /** Hears how high the page is, in a frame of another page; null in a tab of its own. */
  onHeight: ((height: number) => void) | null;
  texts: Texts;
  /** The editor of an app; its code is loaded when it is first shown. */
  editor: (app: OpenedApp) => ReactNode;
  /** What was written here before, the newest first. */
  drafts: Drafts;
}

export function Page(props: PageProps) {
  const { visit } = props;
  const screen = useStore(visit.screen);
  switch (screen.at) {
    case "landing":
      return <LandingScreen {...props} problem={screen.problem} />;
    case "reading":
      return (
        <Themed {...props} onHeight={null}>
          <main className="ts-sheet ts-reading">
            <Spinner label="Reading the script" showLabel />
          </main>
        </Themed>
      );
    case "consent":
      return (
        <Themed {...props}>
          <Consent
            host={screen.project.origin.host ?? null}
            address={screen.project.origin.address ?? null}
            script={scriptOf(screen.project)}
            texts={props.texts}
            onRun={() => visit.run(screen.project)}
            onBack={() => visit.leave()}
          />
        </Themed>
      );
    case "app":
      return <RunningApp {...props} app={screen.app} />;
    default:
      return screen satisfies never;
  }
}

function LandingScreen(props: PageProps & { problem: Problem | null }) {
  const { visit, examples, problem, findRecent, pick, readDrop, onHeight, drafts } = props;
  const [recent, setRecent] = useState<Recent | null>(null);
  useEffect(() => void findRecent().then(setRecent), [findRecent]);
  const choose = (choice: Promise<SourceSpec | null | undefined>) => void visit.choose(choice);
  return (
    <Themed {...props}>
      {onHeight && problem ? (
        <main className="ts-sheet">
          <ProblemAlert problem={problem} onRetry={() => visit.reopen()} />
        </main>
      ) : (
        <Landing
          examples={examples}
          drafts={drafts}
          onWrite={() => visit.write({ kind: "draft", id: newDraftId(randomName()) })}
          onDraft={(id) => visit.write({ kind: "draft", id })}
          recent={recent}
          onRecent={(chosen) => choose(chosen.open())}
          problem={problem && <ProblemAlert problem={problem} />}
          address={visit.address}
          onFile={() => choose(pick("file"))}
          onFolder={() => choose(pick("folder"))}
          onDrop={(dropped) => choose(readDrop(dropped))}
          onAddress={(address) => choose(Promise.resolve({ kind: "address", address }))}
        />
      )}
    </Themed>
  );
}

function RunningApp(props: PageProps & { app: OpenedApp }) {
  const { visit, app, pick, version, hasMenu, isAlone, texts, editor } = props;
  const appearance = useField(app.controller.state, "appearance");
  const options = useField(app.controller.state, "options");
  const system = useSystemBase();
  const isEditing = useStore(visit.isEditing);
  const share = useMemo(() => visit.sharing(app), [visit, app]);
  const isFolder = app.project.origin.kind === "folder";
  const canLeave = app.project.origin.kind !== "served";
  return (
    <Root theme={resolveTheme(themeSection(options), appearance.theme, system)} className="ts-page">
      <AppScreen
        app={app}
        version={version}
        hasMenu={hasMenu}
        isAlone={isAlone}
        onEdit={() => visit.edit(true)}
        editor={
          isEditing ? (
            <Suspense fallback={<Spinner label="Loading the editor" showLabel />}>
              {editor(app)}
            </Suspense>
          ) : null
        }
        onLeave={canLeave ? () => visit.leave() : null}
        share={share}
        onPickAgain={() => void visit.pickAgain(app, pick(isFolder ? "folder" : "file"))}
        texts={texts}
      />
    </Root>
  );
}

/** A screen of the page's own: it has the theme of the address, or else the system's. */
function Themed(props: Pick<PageProps, "theme" | "onHeight"> & { children: ReactNode }) {
  const { theme, onHeight, children } = props;
  const measure = useHeight(onHeight);
  return (
    <Root theme={resolveTheme({}, theme, useSystemBase())} className="ts-page">
      <div ref={measure}>{children}</div>
    </Root>
  );
}

function scriptOf({ entry, files }: Project): { name: string; text: string } {
  return { name: entry, text: new TextDecoder().decode(files.get(entry)) };
}

/** Short enough for an address, and not to be guessed at by accident. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}
