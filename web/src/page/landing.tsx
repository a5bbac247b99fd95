/** The landing page: a large area to drop a script on, one field for an address, and examples. */
import { FileCode, FolderOpen, History, PenLine } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, LinkCard, TextField } from "../kit/index.ts";
import type { SourceSpec } from "../sources/sources.ts";
import { DraftList, type Drafts } from "./drafts.tsx";
import "./landing.css";

export interface Example {
  name: string;
  title: string;
  description: string;
}

/** A file that was open on the last visit. */
export interface Recent {
  name: string;
  /** Asks for the permission to read, if need be. */
  open: () => Promise<SourceSpec>;
}

interface LandingProps {
  examples: readonly Example[];
  drafts: Drafts;
  /** Begins a new app. */
  onWrite: () => void;
  onDraft: (id: string) => void;
  recent: Recent | null;
  onRecent: (recent: Recent) => void;
  /** What went wrong with the last choice; the page stays usable. */
  problem: ReactNode;
  /** What the field begins with: an address that could not be opened is to be corrected. */
  address: string;
  onFile: () => void;
  onFolder: () => void;
  onDrop: (dropped: DataTransfer) => void;
  onAddress: (address: string) => void;
}

export function Landing(props: LandingProps) {
  const { examples, recent, onRecent, problem, onFile, onFolder, onDrop, onAddress } = props;
  const { drafts, onDraft, onWrite } = props;
  const [address, setAddress] = useState(props.address);
  const [isOver, setIsOver] = useState(false);
  return (
    // Dropping is for a pointer; by keyboard the two buttons do the same.
    <main
      className="ts-landing"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      <header className="ts-landing-head">
        <h1>tabstream</h1>
        <p>Run a Streamlit-style script in this tab. Nothing is sent to a server.</p>
      </header>
      {problem}
      <section
        className="ts-drop"
        aria-label="Open a script"
        data-drop-target={isOver || undefined}
      >
        <p className="ts-drop-words">Drop a script or a folder here</p>
        <div className="ts-drop-buttons">
          <Button variant="primary" icon={FileCode} onPress={onFile}>
            Open a file
          </Button>
          <Button icon={FolderOpen} onPress={onFolder}>
            Open a folder
          </Button>
          <Button icon={PenLine} onPress={onWrite}>
            Write an app
          </Button>
        </div>
        {recent && (
          <Button variant="tertiary" icon={History} onPress={() => onRecent(recent)}>
            {`Reopen ${recent.name}`}
          </Button>
        )}
      </section>
      <form
        className="ts-address"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) onAddress(address.trim());
        }}
      >
        <TextField
          label="Gist or script address"
          placeholder="https://gist.github.com/…"
          value={address}
          onChange={setAddress}
          inputMode="url"
        />
        <Button type="submit">Open</Button>
      </form>
      <DraftList drafts={drafts} onDraft={onDraft} />
      <section className="ts-examples" aria-label="Examples">
        {examples.map(({ name, title, description }) => (
          <LinkCard
            key={name}
            href={`?script=examples/${name}/app.py`}
            title={title}
            picture={<img src={`examples/${name}/picture.png`} alt="" loading="lazy" />}
          >
            {description}
          </LinkCard>
        ))}
      </section>
    </main>
  );
}
