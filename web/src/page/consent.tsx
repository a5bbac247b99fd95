/** Asks before somebody else's script runs, where the site's owner wants that. */
import { Button, Card } from "../kit/index.ts";
import type { Texts } from "./texts.ts";
import "./consent.css";

interface ConsentProps {
  /** Whom the script comes from; null for one that the link itself carries. */
  host: string | null;
  address: string | null;
  script: { name: string; text: string };
  texts: Texts;
  onRun: () => void;
  onBack: () => void;
}

export function Consent({ host, address, script, texts, onRun, onBack }: ConsentProps) {
  const from = host ? `from ${host}` : "that this link carries";
  return (
    <main className="ts-sheet">
      <Card className="ts-consent">
        <h1 className="ts-consent-question">Run a script {from}?</h1>
        <p>
          It runs in a frame of its own: it cannot read what this site stores in your browser, nor
          what other apps do. It can reach other sites, as any page can.
        </p>
        {address && <p className="ts-consent-address">{address}</p>}
        <details>
          <summary>View source</summary>
          <p className="ts-consent-file">{script.name}</p>
          {texts.python(script.text)}
        </details>
        <div className="ts-consent-buttons">
          <Button onPress={onBack}>Back</Button>
          <Button variant="primary" onPress={onRun}>
            Run
          </Button>
        </div>
      </Card>
    </main>
  );
}
