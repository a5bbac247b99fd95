/** A package that the code imports although no browser can run it, named before the run. */
import { Alert } from "../../kit/index.ts";

interface ImpossiblePackageProps {
  name: string;
  /** Where it is imported. */
  file: string;
  line: number;
  reason: string;
  /** What would do the same here, where something does. */
  instead?: string;
}

export function ImpossiblePackage({ name, file, line, reason, instead }: ImpossiblePackageProps) {
  return (
    <Alert tone="warning" title={`${name} cannot run in a browser.`} data-testid="stImpossible">
      <p>
        It is imported in <code>{`${file}:${line}`}</code>, but {reason}.
      </p>
      {instead !== undefined && <p>Instead: {instead}.</p>}
    </Alert>
  );
}
