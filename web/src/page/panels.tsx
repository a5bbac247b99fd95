/** What the menu opens from the right: the log, the script's source, and what this is. */
import type { ReactNode } from "react";
import { Sheet, useField, useStore } from "../kit/index.ts";
import type { AppController, LogLine, Panel } from "./app-controller.ts";
import { CachePanel } from "./cache-panel/cache-panel.tsx";
import type { Share } from "./share/share-link.ts";
import { SharePanel } from "./share/share-panel.tsx";
import type { Texts } from "./texts.ts";
import "./panels.css";

interface PanelsProps {
  app: AppController;
  /** The script, and where it comes from. */
  script: { name: string; text: string; from: string };
  version: string;
  share: Share;
  texts: Texts;
}

export function Panels(props: PanelsProps) {
  const { app, script, version, share, texts } = props;
  const open = useStore(app.panel);
  const about = useField(app.state, "settings")?.menu_items.About;
  const sheet = (panel: Panel, title: string, content: ReactNode) => (
    <Sheet
      title={title}
      size={panel === "source" || panel === "caches" ? "large" : "medium"}
      isOpen={open === panel}
      onOpenChange={() => app.panel.set(null)}
    >
      <div className="ts-panel">{content}</div>
    </Sheet>
  );
  return (
    <>
      {sheet("share", "Share", <SharePanel share={share} />)}
      {sheet("caches", "Caches", <CachePanel app={app} />)}
      {sheet("log", "Log", <Log app={app} />)}
      {sheet(
        "source",
        script.name,
        <>
          <p className="ts-panel-note">{script.from}</p>
          {texts.python(script.text)}
        </>,
      )}
      {sheet(
        "about",
        "About",
        <>
          {about && <div className="ts-panel-author">{texts.markdown(about)}</div>}
          <p>This app runs wholly inside this tab. No server sees your data.</p>
          <p className="ts-panel-note">tabstream {version}, on Python 3.14 by Pyodide.</p>
        </>,
      )}
    </>
  );
}

function Log({ app }: { app: AppController }) {
  const lines = useStore(app.log);
  if (lines.length === 0) return <p>What the script prints appears here.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <ol className="ts-log" aria-label="Log lines" tabIndex={0}>
      {lines.map((line: LogLine) => (
        <li key={line.id} data-level={line.level}>
          {line.text}
        </li>
      ))}
    </ol>
  );
}
