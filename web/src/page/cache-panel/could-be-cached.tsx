/** Functions that would have been worth a cache. */
import type { Cacheable } from "../../protocol/messages.ts";
import { durationText } from "./amounts.ts";

export function CouldBeCached({ functions }: { functions: readonly Cacheable[] }) {
  return (
    <section className="ts-cacheable" aria-label="Could be cached">
      <h3>Could be cached</h3>
      <p>
        Slow in several runs, for the same arguments each time. Write <code>@st.cache_data</code> on
        the line above the <code>def</code>, and the next run gets at once what this one computed.
      </p>
      <ul>
        {functions.map(({ title, file, line, seconds }) => (
          <li key={`${file}:${line}`}>
            <code className="ts-cacheable-name">{title}()</code>
            <span>
              {file}:{line}
            </span>
            <span>{durationText(seconds)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
