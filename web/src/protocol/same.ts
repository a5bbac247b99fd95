/** Whether two values of a message have the same content, bytes included. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (one instanceof Uint8Array && other instanceof Uint8Array) return areSameBytes(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => {
    return Object.hasOwn(other, name) && isSame(fieldOf(one, name), fieldOf(other, name));
  });
}

function fieldOf(value: object, name: string): unknown {
  return (value as Record<string, unknown>)[name];
}

function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
