/** Where letters mean themselves: in a field, and in a list that is searched by writing. */
const TYPED_IN =
  "textarea, select, [role=textbox], [role=combobox], [role=grid], [role=listbox], [role=menu]";

/** An input that is no field: it is set by the pointer and by arrow keys. */
const NOT_TYPED_IN = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Whether a letter may be meant for the page: the browser's own keys and fields come first. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  return event.key.length === 1 && !event.defaultPrevented && !isTyping(event);
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.test(target.type);
  return target.isContentEditable || target.closest(TYPED_IN) !== null;
}
