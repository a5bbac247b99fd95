/** What the menu opens from the right: the log, the script's source, and what this is. */
import type { ReactNode } from "react";
import { Sheet, useStore } from "../kit/index.ts";
import type { AppController, LogLine } from "./app-controller.ts";
import type { Panel } from "./main-menu.tsx";
import "./panels.css";

interface PanelsProps {
  open: Panel | null;
  onClose: () => void;
  app: AppController;
  /** The script, and where it comes from. */
  script: { name: string; text: string; from: string };
  version: string;
  renderMarkdown: (text: string) => ReactNode;
}

export function Panels(props: PanelsProps) {
  const { open, onClose, app, script, version, renderMarkdown } = props;
  const about = useStore(app.state).settings?.menu_items.About;
  const sheet = (panel: Panel, title: string, content: ReactNode) => (
    <Sheet title={title} isOpen={open === panel} onOpenChange={onClose}>
      {content}
    </Sheet>
  );
  return (
    <>
      {sheet("log", "Log", <Log app={app} />)}
      {sheet(
        "source",
        script.name,
        <>
          <p className="ts-panel-note">{script.from}</p>
          <pre className="ts-source">{script.text}</pre>
        </>,
      )}
      {sheet(
        "about",
        "About",
        <>
          {about && <div className="ts-panel-author">{renderMarkdown(about)}</div>}
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
    <ol className="ts-log" aria-label="Log lines">
      {lines.map((line: LogLine) => (
        <li key={line.id} data-level={line.level}>
          {line.text}
        </li>
      ))}
    </ol>
  );
}
