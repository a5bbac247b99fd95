/** Calm questions in the chrome: about saved files, files that were lost, and a busy script. */
import { X } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Button, IconButton } from "../kit/index.ts";
import type { HealingCause, HealingState } from "../protocol/port.ts";
import type { AppController, Loss } from "./app-controller.ts";
import "./prompts.css";

/** Files were saved, and the app wants to be asked before it runs with them. */
export function SavedPrompt({ app }: { app: AppController }) {
  return (
    <Prompt
      testId="stFileChange"
      words="File change."
      actions={
        <>
          <Button size="small" onPress={() => app.runSaved(false)}>
            Rerun
          </Button>
          <Button size="small" onPress={() => app.runSaved(true)}>
            Always rerun
          </Button>
        </>
      }
    />
  );
}

/** Saved files cannot be seen any more; the app goes on with what it has. */
export function LostPrompt({
  lost,
  onPickAgain,
}: {
  lost: Loss;
  onPickAgain: (() => void) | null;
}) {
  return (
    <Prompt
      testId="stFilesLost"
      words={
        <>
          <strong>{lost.what}</strong>
          <br />
          {lost.why}
        </>
      }
      actions={
        onPickAgain && (
          <Button size="small" onPress={onPickAgain}>
            Pick it again
          </Button>
        )
      }
    />
  );
}

/** What is to be known about the app's files, such as that they are an older copy. */
export function NoticesPrompt({
  app,
  notices,
}: {
  app: AppController;
  notices: readonly string[];
}) {
  return (
    <Prompt
      testId="stNotices"
      words={notices.map((notice) => (
        <span key={notice} className="ts-prompt-notice">
          {notice}
        </span>
      ))}
      actions={<IconButton icon={X} label="Dismiss" onPress={() => app.forgetNotices()} />}
    />
  );
}

/** A change waits, and nothing but a new start would end the script. */
export function BlockedPrompt({ app }: { app: AppController }) {
  return (
    <Prompt
      testId="stBlocked"
      words="The script is busy and does not notice your change."
      actions={
        <Button size="small" onPress={() => app.unblock()}>
          End it and run
        </Button>
      }
    />
  );
}

/** Python was lost, or had to be ended, and starts anew: what is kept, and what is not. */
export function HealingPrompt({ app, healing }: { app: AppController; healing: HealingState }) {
  const { cause, isDone, lost } = healing;
  return (
    <Prompt
      testId="stHealing"
      words={
        <>
          <strong>{CAUSES[cause]}</strong> {isDone ? KEPT : "Python starts anew…"}
          {lost.length > 0 && (
            <>
              <br />
              {listed(lost)} could not be kept: see the log.
            </>
          )}
        </>
      }
      actions={
        isDone && <IconButton icon={X} label="Dismiss" onPress={() => app.forgetHealing()} />
      }
    />
  );
}

const KEPT =
  "Your values and the session state are kept; what st.cache_resource holds is made anew.";

const CAUSES: Record<HealingCause, string> = {
  stop: "Stopped.",
  stuck: "Ended.",
  asleep: "The browser ended Python while the tab slept.",
  memory: "The script ran out of memory.",
  recursion: "The script called itself too deeply.",
  python: "Python has crashed.",
  worker: "The browser has ended Python.",
  asset: "Python could not go on.",
  broken_asset: "Python could not go on.",
  package: "Python could not go on.",
  stalled: "Python could not go on.",
  flood: "The script drew more than a page can show.",
};

/** Names as code, one after the other. */
function listed(names: readonly string[]): ReactNode {
  return names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ", "}
      <code>{name}</code>
    </Fragment>
  ));
}

function Prompt(props: { testId: string; words: ReactNode; actions: ReactNode }) {
  return (
    <div className="ts-prompt" role="status" data-testid={props.testId}>
      <p className="ts-prompt-words">{props.words}</p>
      {props.actions && <div className="ts-prompt-actions">{props.actions}</div>}
    </div>
  );
}
