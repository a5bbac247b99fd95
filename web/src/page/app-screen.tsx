/** An opened app: the unit in its element, and the page's chrome around it. */
import { useEffect, useRef } from "react";
import { Alert, useField, useStore } from "../kit/index.ts";
import type { Project } from "../sources/sources.ts";
import { Chrome, EmbeddedChrome } from "./chrome.tsx";
import type { OpenedApp } from "./opened-app.ts";
import { Panels } from "./panels.tsx";
import type { Share } from "./share/share-link.ts";
import type { Texts } from "./texts.ts";
import "./app-screen.css";

interface AppScreenProps {
  app: OpenedApp;
  version: string;
  hasMenu: boolean;
  /** Whether it has a tab to itself: then nobody but it can say whose script it runs. */
  isAlone: boolean;
  /** Leads to the landing page; null where there is none. */
  onLeave: (() => void) | null;
  onPickAgain: () => void;
  share: Share;
  texts: Texts;
}

export function AppScreen(props: AppScreenProps) {
  const { app, version, hasMenu, isAlone, onLeave, onPickAgain, share, texts } = props;
  const place = useRef<HTMLElement>(null);
  const script = useStore(app.script);
  const { mountIn, controller, project } = app;
  const askAgain = canPick(project) ? onPickAgain : null;
  const ended = useField(controller.state, "ended");
  const isLive = ended === null;
  useEffect(
    () => (isLive && place.current ? mountIn(place.current) : undefined),
    [mountIn, isLive],
  );
  return (
    <>
      {isLive ? (
        <main key="app" className="ts-unit-place" ref={place} />
      ) : (
        <main key="ended" className="ts-sheet">
          <Alert tone="error" title="The app was ended">
            {ended} Reload the page to start it again.
          </Alert>
        </main>
      )}
      {hasMenu ? (
        <Chrome
          app={controller}
          origin={whoseIs(project)}
          onLeave={onLeave}
          onPickAgain={askAgain}
        />
      ) : (
        <EmbeddedChrome
          app={controller}
          origin={isAlone ? whoseIs(project) : null}
          onPickAgain={askAgain}
        />
      )}
      <Panels
        app={controller}
        script={{ name: project.entry, text: script, from: whereFrom(project) }}
        version={version}
        share={share}
        texts={texts}
      />
    </>
  );
}

function canPick({ origin }: Project): boolean {
  return origin.kind === "file" || origin.kind === "folder";
}

/** Whose script it is, in a word, when it is somebody else's. */
function whoseIs({ isTrusted, origin }: Project): string | null {
  if (isTrusted) return null;
  const { host, address, revision } = origin;
  // A gist's address has its author in it.
  const name = address?.replace(/^https?:\/\//, "") ?? host ?? "this link";
  return revision ? `${name} @ ${revision.slice(0, 7)}` : name;
}

function whereFrom({ origin }: Project): string {
  const words = {
    served: "From your machine, by the local server.",
    site: "Published with this site.",
    link: "From a link.",
    gist: "From a gist.",
    repository: "From GitHub.",
    file: "A file that you opened.",
    folder: "A folder that you opened.",
    code: "Carried by the link itself.",
    page: "Part of the page around it.",
  };
  return origin.address ?? words[origin.kind];
}
