/**
 * Style sheets that an author wrote into the app (`<style>` in unsafe HTML).
 *
 * A content policy without 'unsafe-inline' refuses style elements, not style sheet objects, so the
 * text becomes one. Its rules are wrapped in `@scope`, so that they reach the author's own app and
 * neither another app on the page nor the page around them. Where an author meant the whole page by
 * `body` or `:root`, the app's root is meant here.
 */

let scopes = 0;

/**
 * Applies style sheets to the app that contains the element; answers the function that takes them
 * away again.
 */
export function adoptStyleSheets(element: Element, texts: readonly string[]): () => void {
  if (texts.length === 0) return () => {};
  const host = element.getRootNode() as Document | ShadowRoot;
  const root = element.closest<HTMLElement>(".ts-root");
  const sheets = texts.map((text) => scoped(text, root));
  host.adoptedStyleSheets = [...host.adoptedStyleSheets, ...sheets];
  return () => {
    host.adoptedStyleSheets = host.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}

function scoped(text: string, root: HTMLElement | null): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // Browsers without @scope apply the sheet as it is: better too wide than not at all.
  if (root === null || typeof CSSScopeRule === "undefined") return sheet;
  root.dataset.tsScope ??= `${++scopes}`;
  const inside: string[] = [];
  const outside: string[] = [];
  for (const rule of sheet.cssRules) {
    turnToScope(rule);
    (belongsInScope(rule) ? inside : outside).push(rule.cssText);
  }
  const scope = `@scope ([data-ts-scope="${root.dataset.tsScope}"]) {${inside.join("\n")}}`;
  sheet.replaceSync([...outside, scope].join("\n"));
  return sheet;
}

/**
 * Fonts, animations and the like have names instead of selectors, and stand outside of any scope.
 */
function belongsInScope(rule: CSSRule): boolean {
  return rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule;
}

function turnToScope(rule: CSSRule): void {
  if (rule instanceof CSSStyleRule) {
    rule.selectorText = rule.selectorText.replace(
      /(^|[\s,>+~(])(?:(?:html|body|:root)(?![\w-])\s*>?\s*)+/g,
      (match, before: string) => `${before}:scope${/\s$/.test(match) ? " " : ""}`,
    );
  } else if (rule instanceof CSSGroupingRule) {
    for (const inner of rule.cssRules) turnToScope(inner);
  }
}
