/** The packages that an app asks for, with what comes of each, and a field for one more. */
import { Check, CircleX, Download } from "lucide-react";
import { useState } from "react";
import { Button, Icon, TextField, useStore } from "../kit/index.ts";
import type { PackageIndex } from "../packages/packages.ts";
import { addRequirement, listRequirements, type RequirementState } from "./requirements.ts";
import type { Workspace } from "./workspace.ts";

interface PackagesPanelProps {
  workspace: Workspace;
  entry: string;
  index: PackageIndex;
}

const ICONS = { site: Check, index: Download, impossible: CircleX };
const WORDS = { site: "on this site", index: "from an index", impossible: "not in a browser" };

export function PackagesPanel({ workspace, entry, index }: PackagesPanelProps) {
  const files = useStore(workspace.files);
  const [wanted, setWanted] = useState("");
  const found = listRequirements(files, entry, index);
  return (
    <>
      <p className="ts-panel-note">
        What the app imports, and what requirements.txt, pyscript.toml and the script's own list
        name.
      </p>
      {found.length === 0 ? (
        <p>It needs nothing but Python and Streamlit's names.</p>
      ) : (
        <ul className="ts-packages">
          {found.map((one) => (
            <Requirement key={one.name} {...one} />
          ))}
        </ul>
      )}
      <form
        className="ts-packages-add"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wanted.trim()) return;
          workspace.add(addRequirement(files, wanted));
          setWanted("");
        }}
      >
        <TextField
          label="One more"
          placeholder="scikit-learn>=1.5"
          value={wanted}
          onChange={setWanted}
        />
        <Button type="submit">Add to requirements.txt</Button>
      </form>
    </>
  );
}

function Requirement({ name, how, note }: RequirementState) {
  return (
    <li className="ts-package" data-how={how}>
      <Icon of={ICONS[how]} size={16} />
      <span className="ts-package-name">{name}</span>
      <span className="ts-package-how">{WORDS[how]}</span>
      {note && <span className="ts-package-note">{note}</span>}
    </li>
  );
}
