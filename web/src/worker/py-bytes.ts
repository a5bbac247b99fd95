/** A Python object with the buffer protocol, as Pyodide hands it over. */
export interface PyBytes {
  getBuffer(type: "u8"): { data: Uint8Array; release(): void };
  destroy(): void;
}

/** The one copy: out of the wasm memory. What is sent is this copy, transferred. */
export function copyOut(bytes: PyBytes): ArrayBuffer {
  const view = bytes.getBuffer("u8");
  try {
    return view.data.slice().buffer;
  } finally {
    view.release();
  }
}
