/** Asks for the name of a file. */
import { useState } from "react";
import { Button, Dialog, TextField } from "../kit/index.ts";

interface NameDialogProps {
  title: string;
  /** What the field begins with. */
  name: string;
  /** Why this name will not do; null: it will. */
  judge: (name: string) => string | null;
  onName: (name: string) => void;
  onClose: () => void;
}

export function NameDialog({ title, name: first, judge, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(first);
  const problem = name === first ? null : judge(name.trim());
  const finish = (): void => {
    if (name.trim() === "" || judge(name.trim())) return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      size="small"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={finish}>
            OK
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          error={problem ?? undefined}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
