/** What a person has written here before, on the landing page. */
import { PenLine, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, IconButton } from "../kit/index.ts";
import { type DraftNote, timeAgo } from "../sources/sources.ts";

export interface Drafts {
  list: () => Promise<readonly DraftNote[]>;
  drop: (id: string) => Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
}

interface DraftListProps {
  drafts: Drafts;
  onDraft: (id: string) => void;
}

export function DraftList({ drafts, onDraft }: DraftListProps) {
  const [notes, setNotes] = useState<readonly DraftNote[]>([]);
  useEffect(() => void drafts.list().then(setNotes), [drafts]);
  if (notes.length === 0) return null;
  const drop = async (id: string): Promise<void> => {
    await drafts.drop(id);
    setNotes(await drafts.list());
  };
  return (
    <section className="ts-drafts" aria-label="Drafts">
      <h2>Drafts</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <Button variant="tertiary" icon={PenLine} onPress={() => onDraft(note.id)}>
              {note.entry}
            </Button>
            <span className="ts-draft-about">
              {whereFrom(note)}, {timeAgo(drafts.now() - note.at)}
            </span>
            <IconButton
              icon={Trash2}
              size="small"
              label={`Delete the draft of ${note.entry}`}
              onPress={() => void drop(note.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function whereFrom({ id, origin }: DraftNote): string {
  if (origin.kind === "draft") return "written here";
  if (origin.kind === "site") return `changes to ${id.replace(/^site:/, "")}`;
  return `changes to ${origin.host ?? origin.address?.replace(/^https?:\/\//, "") ?? "a file of yours"}`;
}
