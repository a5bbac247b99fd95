/** An opened app: the unit in its element, and the page's chrome around it. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Alert, Button, useField, useStore } from "../kit/index.ts";
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
  /** Shows the editor beside the app. */
  onEdit: () => void;
  /** The editor; null while the app is only looked at. */
  editor: ReactNode;
  share: Share;
  texts: Texts;
}

export function AppScreen(props: AppScreenProps) {
  const { app, version, hasMenu, isAlone, onLeave, onPickAgain, share, texts } = props;
  const { onEdit, editor } = props;
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
  const [shown, setShown] = useState<"code" | "app">("code");
  return (
    <div className="ts-stage" data-shown={editor ? shown : undefined}>
      {editor && <Switch shown={shown} onShow={setShown} />}
      {editor && <div className="ts-editor-half">{editor}</div>}
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
          onEdit={onEdit}
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
    </div>
  );
}

interface SwitchProps {
  shown: "code" | "app";
  onShow: (shown: "code" | "app") => void;
}

/** On a narrow screen only one of the two has room. */
function Switch({ shown, onShow }: SwitchProps) {
  const words = { code: "Code", app: "App" } as const;
  return (
    <nav className="ts-halves" aria-label="Code and app">
      {(["code", "app"] as const).map((one) => (
        <Button
          key={one}
          size="small"
          variant={one === shown ? "secondary" : "tertiary"}
          aria-pressed={one === shown}
          onPress={() => onShow(one)}
        >
          {words[one]}
        </Button>
      ))}
    </nav>
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
    draft: "Written here; it is kept in this browser.",
  };
  return origin.address ?? words[origin.kind];
}
