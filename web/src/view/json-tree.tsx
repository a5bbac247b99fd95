/** Nested values as a tree that opens level by level; what is closed is not drawn. */
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Icon } from "../kit/index.ts";
import { parseJson } from "./parse-json.ts";
import "./json-tree.css";

interface JsonTreeProps {
  readonly text: string;
  /** How many levels are open at first. */
  readonly openLevels?: number;
}

export function JsonTree({ text, openLevels = Number.POSITIVE_INFINITY }: JsonTreeProps) {
  const parsed = parseJson(text);
  if (parsed.error !== undefined) {
    return (
      <div className="ts-json-tree">
        <p className="ts-json-error">This is not valid JSON: {parsed.error}</p>
        <pre>{text}</pre>
      </div>
    );
  }
  return (
    <div className="ts-json-tree">
      <Value value={parsed.value} openLevels={openLevels} isLast />
    </div>
  );
}

interface ValueProps {
  readonly name?: string;
  readonly value: unknown;
  readonly openLevels: number;
  readonly isLast: boolean;
}

/** How many items of a long list are drawn at a time. */
const ITEMS_AT_ONCE = 100;

function Value({ name, value, openLevels, isLast }: ValueProps) {
  const comma = isLast ? "" : ",";
  if (typeof value !== "object" || value === null) {
    return (
      <div className="ts-json-leaf">
        <Name name={name} />
        <Leaf value={value} />
        {comma}
      </div>
    );
  }
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item): [string | undefined, unknown] => [undefined, item])
    : Object.entries(value);
  return <Branch {...{ name, items, isList, openLevels, comma }} />;
}

interface BranchProps {
  readonly name: string | undefined;
  readonly items: readonly (readonly [string | undefined, unknown])[];
  readonly isList: boolean;
  readonly openLevels: number;
  readonly comma: string;
}

function Branch({ name, items, isList, openLevels, comma }: BranchProps) {
  const [isOpen, setOpen] = useState(openLevels > 0);
  const [drawn, setDrawn] = useState(ITEMS_AT_ONCE);
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) {
    return (
      <div className="ts-json-leaf">
        <Name name={name} />
        {open}
        {close}
        {comma}
      </div>
    );
  }
  return (
    <div className="ts-json-branch">
      <button
        type="button"
        className="ts-json-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={ChevronRight} size={14} />
        <Name name={name} />
        {open}
        {!isOpen && (
          <>
            <span className="ts-json-count">
              {items.length} {items.length === 1 ? "item" : "items"}
            </span>
            {close}
            {comma}
          </>
        )}
      </button>
      {isOpen && (
        <>
          <div className="ts-json-items">
            {items.slice(0, drawn).map(([key, item], place) => (
              <Value
                key={key ?? place}
                {...(key !== undefined && { name: key })}
                value={item}
                openLevels={openLevels - 1}
                isLast={place === items.length - 1}
              />
            ))}
            {drawn < items.length && (
              <button
                type="button"
                className="ts-json-more"
                onClick={() => setDrawn(drawn + ITEMS_AT_ONCE)}
              >
                {items.length - drawn} more
              </button>
            )}
          </div>
          <div className="ts-json-leaf">
            {close}
            {comma}
          </div>
        </>
      )}
    </div>
  );
}

function Name({ name }: { name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <>
      <span className="ts-json-name">{JSON.stringify(name)}</span>
      {": "}
    </>
  );
}

function Leaf({ value }: { value: unknown }) {
  if (typeof value === "string" && /^https?:\/\/\S+$/.test(value)) {
    return (
      <a className="ts-json-string" href={value} target="_blank" rel="noopener noreferrer">
        {JSON.stringify(value)}
      </a>
    );
  }
  const kind = value === null ? "null" : typeof value;
  const text = kind === "string" ? JSON.stringify(value) : String(value);
  return <span className={`ts-json-${kind}`}>{text}</span>;
}
