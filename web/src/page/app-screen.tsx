/** An opened app: the unit in its element, and the page's chrome around it. */
import { useEffect, useRef } from "react";
import { useStore } from "../kit/index.ts";
import type { Project } from "../sources/sources.ts";
import { Chrome, EmbeddedChrome } from "./chrome.tsx";
import type { OpenedApp } from "./opened-app.ts";
import { Panels } from "./panels.tsx";
import type { Texts } from "./texts.ts";
import "./app-screen.css";

interface AppScreenProps {
  app: OpenedApp;
  version: string;
  hasMenu: boolean;
  /** Leads to the landing page; null where there is none. */
  onLeave: (() => void) | null;
  onPickAgain: () => void;
  texts: Texts;
}

export function AppScreen(props: AppScreenProps) {
  const { app, version, hasMenu, onLeave, onPickAgain, texts } = props;
  const place = useRef<HTMLElement>(null);
  const script = useStore(app.script);
  const { mountIn, controller, project } = app;
  const askAgain = canPick(project) ? onPickAgain : null;
  useEffect(() => (place.current ? mountIn(place.current) : undefined), [mountIn]);
  return (
    <>
      <main className="ts-unit-place" ref={place} />
      {hasMenu ? (
        <Chrome app={controller} onLeave={onLeave} onPickAgain={askAgain} />
      ) : (
        <EmbeddedChrome app={controller} onPickAgain={askAgain} />
      )}
      <Panels
        app={controller}
        script={{ name: project.entry, text: script, from: whereFrom(project) }}
        version={version}
        texts={texts}
      />
    </>
  );
}

function canPick({ origin }: Project): boolean {
  return origin.kind === "file" || origin.kind === "folder";
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
