/**
 * Let Python start as it does where it can be suspended, in an engine that cannot do that. Nothing
 * may ask it to while an image is taken; only which function stands for it is decided at the start,
 * and kept in the image.
 */
export function pretendJspi(): void {
  if (!("Suspending" in WebAssembly)) Object.assign(WebAssembly, { Suspending, promising });
}

type Callee = (...args: unknown[]) => unknown;

function Suspending(callee: Callee): Callee {
  return callee;
}

function promising(callee: Callee): Callee {
  return async (...args) => callee(...args);
}
