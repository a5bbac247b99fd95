/** Calm questions in the chrome: about saved files, files that were lost, and a busy script. */
import type { ReactNode } from "react";
import { Button } from "../kit/index.ts";
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

/** A change waits, and nothing but a new start would end the script. */
export function BlockedPrompt({ app }: { app: AppController }) {
  return (
    <Prompt
      testId="stBlocked"
      words="The script is busy and does not notice your change."
      actions={
        <Button size="small" onPress={() => app.restart()}>
          Start over with it
        </Button>
      }
    />
  );
}

function Prompt(props: { testId: string; words: ReactNode; actions: ReactNode }) {
  return (
    <div className="ts-prompt" role="status" data-testid={props.testId}>
      <p className="ts-prompt-words">{props.words}</p>
      {props.actions && <div className="ts-prompt-actions">{props.actions}</div>}
    </div>
  );
}
