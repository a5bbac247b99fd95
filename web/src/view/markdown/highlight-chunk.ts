import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import pythonRepl from "highlight.js/lib/languages/python-repl";
import r from "highlight.js/lib/languages/r";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";

/** A stretch of code: text, or a span of a kind ("keyword", "string") around more of it. */
export type CodeNode = string | { readonly kind: string; readonly children: readonly CodeNode[] };

// The languages that people show beside Python, and those that data apps are made of. Each brings
// its aliases.
const lowlight = createLowlight({
  bash,
  c,
  cpp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  markdown,
  python,
  "python-repl": pythonRepl,
  r,
  rust,
  sql,
  typescript,
  xml,
  yaml,
});

/** The code with its parts named, or undefined when the language is not one of ours. */
export function tryHighlight(code: string, language: string): readonly CodeNode[] | undefined {
  if (!lowlight.registered(language)) return undefined;
  return lowlight.highlight(language, code).children.map(toCodeNode);
}

type Lowlit = ReturnType<typeof lowlight.highlight>["children"][number];

function toCodeNode(node: Lowlit): CodeNode {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const [name] = (node.properties.className ?? []) as string[];
  return {
    kind: name?.replace(/^hljs-/, "") ?? "",
    children: node.children.map((child) => toCodeNode(child as Lowlit)),
  };
}
