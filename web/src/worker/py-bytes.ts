/** A Python object with the buffer protocol, as Pyodide hands it over. */
export interface PyBytes {
  getBuffer(type: "u8"): { data: Uint8Array; release(): void };
  destroy(): void;
}

/** The one copy: out of the wasm memory. What is sent is this copy, transferred. */
export function copyOut(bytes: PyBytes): ArrayBuffer {
  return read(bytes, (data) => data.slice().buffer);
}

/** The same copy, or null where there are more bytes than `limit_bytes`: then nothing is copied. */
export function copyOutUpTo(limit_bytes: number, bytes: PyBytes): ArrayBuffer | null {
  return read(bytes, (data) => (data.byteLength > limit_bytes ? null : data.slice().buffer));
}

function read<T>(bytes: PyBytes, reader: (data: Uint8Array) => T): T {
  const view = bytes.getBuffer("u8");
  try {
    return reader(view.data);
  } finally {
    view.release();
  }
}
