/** An exception: one sentence, the author's line with its neighbours, the trace folded away. */
import { CopyButton } from "../kit/index.ts";
import type { ExceptionCard, Location } from "../protocol/elements.ts";
import { RichText, useScrollFocus } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import "./exception.css";

export function ExceptionView({ props }: ViewProps<"exception">) {
  return <ExceptionCardView card={props} />;
}

export function ExceptionCardView({ card }: { card: ExceptionCard }) {
  const trace = useScrollFocus<HTMLPreElement>();
  return (
    <section
      className="ts-exception stException"
      data-testid="stException"
      data-tone={card.is_warning ? "warning" : "error"}
      aria-label={card.type || "Error"}
      role="alert"
    >
      <div className="ts-exception-head">
        <div className="ts-exception-text" data-testid="stExceptionMessage">
          {card.type && <strong className="ts-exception-type">{card.type}</strong>}
          {card.is_markdown ? <RichText text={card.text} /> : <p>{card.text}</p>}
        </div>
        <CopyButton text={asText(card)} label="Copy the error" />
      </div>
      {card.location && <Excerpt location={card.location} />}
      {card.trace.length > 0 && (
        <details className="ts-exception-trace">
          <summary>Traceback</summary>
          <pre data-testid="stExceptionTrace" ref={trace}>
            {card.trace.join("\n")}
          </pre>
        </details>
      )}
    </section>
  );
}

/** The line at fault among its neighbours, with the part at fault underlined. */
function Excerpt({ location: { file, line, columns, source } }: { location: Location }) {
  const lines = useScrollFocus<HTMLOListElement>();
  return (
    <figure className="ts-excerpt">
      <figcaption>
        {file}, line {line}
      </figcaption>
      <ol className="ts-excerpt-lines" ref={lines}>
        {source.map(({ number, text }) => (
          <li key={number} value={number} aria-current={number === line ? "true" : undefined}>
            <code>
              {number === line && columns ? <Marked text={text} columns={columns} /> : text || " "}
            </code>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Marked({ text, columns: [first, last] }: { text: string; columns: [number, number] }) {
  return (
    <>
      {text.slice(0, first)}
      <mark>{text.slice(first, last) || " "}</mark>
      {text.slice(last)}
    </>
  );
}

function asText(card: ExceptionCard): string {
  return card.trace.length > 0 ? card.trace.join("\n") : `${card.type}: ${card.text}`;
}
