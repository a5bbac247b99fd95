/** The panel by which an app is passed on: its link, to be copied or photographed, and its frame. */
import { useEffect, useId, useState } from "react";
import { Alert, CopyButton, Spinner, TextField } from "../../kit/index.ts";
import { isSourceError } from "../../sources/sources.ts";
import { QrCode } from "./qr-code.tsx";
import type { Share, SharedLink } from "./share-link.ts";
import "./share-panel.css";

type Made = { link: SharedLink } | { problem: string } | null;

export function SharePanel({ share }: { share: Share }) {
  const [withState, setWithState] = useState(true);
  const [inEditor, setInEditor] = useState(false);
  const [made, setMade] = useState<Made>(null);
  useEffect(() => {
    let isWanted = true;
    share({ withState, inEditor }).then(
      (link) => isWanted && setMade({ link }),
      (error: unknown) => isWanted && setMade({ problem: inWords(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [share, withState, inEditor]);
  if (made === null) return <Spinner label="Making the link" />;
  if ("problem" in made) return <Alert tone="error">{made.problem}</Alert>;
  const { link } = made;
  return (
    <>
      <Copied label="Link" text={link.address} />
      <div className="ts-share-choices">
        {link.hasState && (
          <Choice isWanted={withState} onChange={setWithState}>
            As it is now
          </Choice>
        )}
        <Choice isWanted={inEditor} onChange={setInEditor}>
          In the editor
        </Choice>
      </div>
      <p className="ts-panel-note">{aboutLink(link)}</p>
      {link.leftOut.length > 0 && <LeftOut paths={link.leftOut} />}
      <QrCode text={link.address} />
      <Copied label="To embed it in a page" text={frameOf(link)} />
    </>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  return (
    <div className="ts-share-row">
      <TextField label={label} value={text} isReadOnly onFocus={selectAll} />
      <CopyButton text={text} label={`Copy: ${label.toLowerCase()}`} />
    </div>
  );
}

/** Whoever comes to the field wants all of it. */
function selectAll({ target }: { target: Element }): void {
  if (target instanceof HTMLInputElement) target.select();
}

interface ChoiceProps {
  isWanted: boolean;
  onChange: (isWanted: boolean) => void;
  children: string;
}

function Choice({ isWanted, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <label className="ts-share-choice" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={isWanted}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

function LeftOut({ paths }: { paths: readonly string[] }) {
  return (
    <details className="ts-share-left">
      <summary>{paths.length === 1 ? "One file is" : `${paths.length} files are`} left out</summary>
      <p className="ts-panel-note">
        Secrets, hidden files and what .gitignore names stay with you.
      </p>
      <ul>
        {paths.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </details>
  );
}

function aboutLink({ address, isCarried, isLocal }: SharedLink): string {
  const about = isCarried
    ? `The script and its files are in the link itself, ${address.length.toLocaleString("en")} characters long: nothing is uploaded.`
    : "It leads to where this app came from: whoever opens it gets what is there by then.";
  return isLocal
    ? `${about} Its site is on this machine, so only this machine can open it.`
    : about;
}

function frameOf({ embedded, title }: SharedLink): string {
  const quote = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const attributes = { src: embedded, title, width: "100%", height: "600" };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${quote(value)}"`);
  return `<iframe ${written.join(" ")} loading="lazy"></iframe>`;
}

function inWords(error: unknown): string {
  if (isSourceError(error)) return `${error.asked}: ${error.why} ${error.remedy}`;
  return `The link could not be made. ${error instanceof Error ? error.message : String(error)}`;
}
