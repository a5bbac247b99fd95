/**
 * Readers of values that came from an app which may be somebody else's: each answers a copy with just
 * what was asked for, within bounds, and refuses anything else.
 */

/** Characters of a line of the log; what is longer is cut. */
const LINE = 50_000;
const FILE_BYTES = 1_000_000_000;
const DEPTH = 100;

/** The value as the page may have it; throws `REFUSED` for any other. */
export type Read = (value: unknown) => unknown;
export const REFUSED = new Error("This does not fit.");

function expect(fits: boolean): void {
  if (!fits) throw REFUSED;
}

export function text(most: number): Read {
  return (value) => {
    expect(typeof value === "string" && value.length <= most);
    return value;
  };
}

export const name = text(1_000);
export const words = text(10_000);

export const flag: Read = (value) => {
  expect(typeof value === "boolean");
  return value;
};

export const number: Read = (value) => {
  expect(Number.isFinite(value));
  return value;
};

export const bytes: Read = (value) => {
  expect(value instanceof Uint8Array && value.byteLength <= FILE_BYTES);
  return value;
};

export const port: Read = (value) => {
  expect(value instanceof MessagePort);
  return value;
};

export const line: Read = (value) => {
  expect(typeof value === "string");
  const all = value as string;
  return all.length > LINE ? `${all.slice(0, LINE)} … (${all.length} characters)` : all;
};

export function oneOf(...values: unknown[]): Read {
  return (value) => {
    expect(values.includes(value));
    return value;
  };
}

export function orNull(read: Read): Read {
  return (value) => (value === null ? null : read(value));
}

export function list(read: Read, most: number): Read {
  return (value) => {
    expect(Array.isArray(value) && value.length <= most);
    return (value as unknown[]).map(read);
  };
}

export function pairOf(read: Read): Read {
  return (value) => {
    expect(Array.isArray(value) && value.length === 2);
    return (value as unknown[]).map(read);
  };
}

export function shape(reads: Record<string, Read>): Read {
  return (value) => {
    expect(typeof value === "object" && value !== null);
    const fields = Object.entries(reads);
    return Object.fromEntries(
      fields.map(([field, read]) => [field, read((value as Record<string, unknown>)[field])]),
    );
  };
}

export function table(read: Read, most: number): Read {
  return (value) => {
    expect(isPlainObject(value));
    const entries = Object.entries(value as object);
    expect(entries.length <= most);
    return Object.fromEntries(entries.map(([field, inner]) => [name(field), read(inner)]));
  };
}

/** Plain values however nested, and bytes, as long as it is not too much of them. */
export function plain(most: number): Read {
  return (value) => {
    let left = most;
    const spend = (cost: number): void => {
      left -= cost;
      expect(left >= 0);
    };
    const copy = (inner: unknown, depth: number): unknown => {
      expect(depth < DEPTH);
      spend(8);
      if (inner === null || typeof inner === "number" || typeof inner === "boolean") return inner;
      if (inner === undefined) return inner;
      if (typeof inner === "string") {
        spend(inner.length);
        return inner;
      }
      if (inner instanceof Uint8Array) {
        spend(inner.byteLength);
        return inner.slice();
      }
      if (Array.isArray(inner)) {
        spend(inner.length);
        return inner.map((one) => copy(one, depth + 1));
      }
      expect(isPlainObject(inner));
      const entries = Object.entries(inner as object);
      for (const [field] of entries) spend(field.length);
      return Object.fromEntries(entries.map(([field, one]) => [field, copy(one, depth + 1)]));
    };
    return copy(value, 0);
  };
}

function isPlainObject(value: unknown): boolean {
  return (
    value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype
  );
}
