/** An opened app: the unit in its element, and the page's chrome around it. */
import { useEffect, useRef, useState } from "react";
import type { AppController } from "./app-controller.ts";
import { Chrome, type Panel } from "./chrome.tsx";
import { Panels } from "./panels.tsx";
import "./app-screen.css";

interface AppScreenProps {
  app: AppController;
  /** Mounts the unit in an element; answers how to end it. */
  mountUnit: (element: HTMLElement) => () => void;
  script: { name: string; text: string; from: string };
  version: string;
  isEmbedded: boolean;
}

export function AppScreen({ app, mountUnit, script, version, isEmbedded }: AppScreenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  useEffect(() => (place.current ? mountUnit(place.current) : undefined), [mountUnit]);
  return (
    <>
      <div className="ts-unit-place" ref={place} />
      {!isEmbedded && <Chrome app={app} onPanel={setPanel} />}
      <Panels
        open={panel}
        onClose={() => setPanel(null)}
        app={app}
        script={script}
        version={version}
      />
    </>
  );
}
