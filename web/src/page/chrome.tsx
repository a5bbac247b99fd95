/** The chrome of a running app: a dot while it runs, Stop beside it, questions, and a menu. */
import { Check, Globe, Square } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Icon, useField } from "../kit/index.ts";
import type { AppController } from "./app-controller.ts";
import { MainMenu } from "./main-menu.tsx";
import {
  BlockedPrompt,
  HealingPrompt,
  LostPrompt,
  NoticesPrompt,
  SavedPrompt,
} from "./prompts.tsx";
import "./chrome.css";

/** A script that is over sooner is not worth a sign. */
const SHOW_AFTER_MS = 300;

/** An embedded app is part of another page: the sign comes only where a person may want to stop it. */
const SHOW_EMBEDDED_AFTER_MS = 3_000;

interface OriginProps {
  /** Whose script it is, when it is somebody else's; null: it is the person's own, or the site's. */
  origin: string | null;
}

interface ChromeProps extends PromptsProps, OriginProps {
  /** Leads to the landing page; null where there is none. */
  onLeave: (() => void) | null;
  onEdit: () => void;
}

export function Chrome({ app, origin, onLeave, onEdit, onPickAgain }: ChromeProps) {
  return (
    <header className="ts-chrome stAppHeader" data-testid="stHeader">
      <div className="ts-chrome-bar stAppToolbar" data-testid="stToolbar">
        {origin !== null && <Origin app={app} origin={origin} />}
        <Status app={app} showAfterMs={SHOW_AFTER_MS} />
        <MainMenu app={app} onLeave={onLeave} onEdit={onEdit} />
      </div>
      <Prompts app={app} onPickAgain={onPickAgain} />
      <Notices app={app} />
    </header>
  );
}

/** What an embedded app has instead: nothing, until there is something to stop or to answer. */
export function EmbeddedChrome({ app, origin, onPickAgain }: PromptsProps & OriginProps) {
  return (
    <div className="ts-chrome">
      {origin !== null && <Origin app={app} origin={origin} />}
      <Status app={app} showAfterMs={SHOW_EMBEDDED_AFTER_MS} />
      <Prompts app={app} onPickAgain={onPickAgain} />
    </div>
  );
}

/** Says whose script this is, before and while it runs, and shows it. It stands where no app can draw. */
function Origin({ app, origin }: { app: AppController; origin: string }) {
  return (
    <Button
      className="ts-origin"
      variant="tertiary"
      size="small"
      icon={Globe}
      aria-label={`From ${origin}. View source`}
      onPress={() => app.togglePanel("source")}
    >
      <span className="ts-origin-name">{origin}</span>
    </Button>
  );
}

interface PromptsProps {
  app: AppController;
  /** Asks for the app's files once more; null where nobody picked them. */
  onPickAgain: (() => void) | null;
}

function Prompts({ app, onPickAgain }: PromptsProps) {
  const isBlocked = useField(app.state, "isBlocked");
  const healing = useField(app.state, "healing");
  const unsavedRun = useField(app.state, "unsavedRun");
  const lost = useField(app.state, "lost");
  return (
    <>
      {isBlocked && <BlockedPrompt app={app} />}
      {healing && <HealingPrompt app={app} healing={healing} />}
      {unsavedRun && <SavedPrompt app={app} />}
      {lost && <LostPrompt lost={lost} onPickAgain={onPickAgain} />}
    </>
  );
}

/** Not in a page of somebody else's, whose reader has no use for it. */
function Notices({ app }: { app: AppController }) {
  const notices = useField(app.state, "notices");
  return notices.length > 0 && <NoticesPrompt app={app} notices={notices} />;
}

function Status({ app, showAfterMs }: { app: AppController; showAfterMs: number }) {
  const isShown = useIsRunningFor(app, showAfterMs);
  const done = useField(app.state, "done");
  return (
    <div role="status">
      {isShown && (
        <div className="ts-status stStatusWidget" data-testid="stStatusWidget">
          <span className="ts-running-dot" />
          <span className="ts-running-word">Running</span>
          <Button variant="tertiary" size="small" icon={Square} onPress={() => app.stop()}>
            Stop
          </Button>
        </div>
      )}
      {done && !isShown && (
        <div className="ts-status ts-status--done">
          <Icon of={Check} size={16} />
          {done}
        </div>
      )}
    </div>
  );
}

/**
 * Whether the script has been running for a while. A run that is over sooner draws nothing here: a
 * thumb that is dragged makes fifty of them in a second.
 */
function useIsRunningFor({ state }: AppController, timeMs: number): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let timer = 0;
    const follow = (): void => {
      const { script } = state.get();
      const isRunning = script === "running" || script === "rerunRequested";
      if (isRunning && timer === 0) {
        timer = window.setTimeout(() => setShown(true), timeMs);
      } else if (!isRunning && timer !== 0) {
        clearTimeout(timer);
        timer = 0;
        setShown(false);
      }
    };
    follow();
    const stop = state.watch(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [state, timeMs]);
  return isShown;
}
