/** How the editor looks: the page's own colours, in light and in dark. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const base = EditorView.theme({
  "&": {
    height: "100%",
    color: "var(--ts-text)",
    backgroundColor: "var(--ts-page)",
    fontSize: "var(--ts-size-code)",
  },
  // The cursor and its line tell where the focus is.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--ts-font-code)",
    fontFeatureSettings: '"calt" 0',
    lineHeight: "1.6",
    overflow: "auto",
  },
  ".cm-content": { caretColor: "var(--ts-text)", paddingBlock: "12px" },
  ".cm-cursor": { borderLeftColor: "var(--ts-text)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground, .cm-content ::selection": {
    backgroundColor: "color-mix(in srgb, var(--ts-accent) 24%, transparent)",
  },
  ".cm-gutters": {
    color: "var(--ts-muted)",
    backgroundColor: "var(--ts-page)",
    border: "0",
  },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in srgb, var(--ts-surface) 60%, transparent)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--ts-accent-soft)",
    outline: "1px solid var(--ts-line)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--ts-yellow-bg)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--ts-accent-text)" },
  ".cm-panels": {
    color: "var(--ts-text)",
    backgroundColor: "var(--ts-surface)",
    borderColor: "var(--ts-line)",
    fontFamily: "var(--ts-font)",
  },
  ".cm-panel.cm-search": { padding: "8px" },
  ".cm-textfield": {
    color: "inherit",
    backgroundColor: "var(--ts-field)",
    border: "1px solid var(--ts-border)",
    borderRadius: "4px",
    font: "inherit",
  },
  ".cm-button": {
    color: "inherit",
    backgroundColor: "var(--ts-page)",
    backgroundImage: "none",
    border: "1px solid var(--ts-line)",
    borderRadius: "4px",
    font: "inherit",
  },
  ".cm-tooltip": {
    maxWidth: "min(36rem, 90vw)",
    color: "var(--ts-text)",
    backgroundColor: "var(--ts-raised)",
    border: "1px solid var(--ts-line)",
    borderRadius: "var(--ts-radius)",
    fontSize: "var(--ts-size-sm)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--ts-font-code)",
    maxHeight: "16em",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--ts-text)",
    backgroundColor: "var(--ts-accent-soft)",
  },
  ".cm-completionDetail": { color: "var(--ts-muted)", fontStyle: "normal" },
  ".cm-completionInfo, .ts-signature": { padding: "8px 10px" },
  ".ts-signature code": {
    display: "block",
    fontFamily: "var(--ts-font-code)",
    overflowWrap: "anywhere",
  },
  ".ts-signature p": { margin: "6px 0 0" },
  ".cm-diagnostic": { padding: "6px 10px" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--ts-error)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--ts-error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
  },
});

/** Few colours: what is written, what is said (strings, comments), and what is Python's own. */
const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword],
    color: "var(--ts-violet-text)",
  },
  { tag: [tags.definitionKeyword, tags.moduleKeyword], color: "var(--ts-violet-text)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ts-green-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--ts-orange-text)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--ts-blue-text)",
  },
  { tag: [tags.className, tags.definition(tags.className)], color: "var(--ts-blue-text)" },
  { tag: tags.meta, color: "var(--ts-orange-text)" },
  { tag: tags.comment, color: "var(--ts-muted)", fontStyle: "italic" },
]);

export const codeTheme: Extension = [base, syntaxHighlighting(colours)];
