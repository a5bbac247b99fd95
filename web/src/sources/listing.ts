/** One look at the files of an app that may change while it is open. */
export type Listing = ReadonlyMap<string, Listed>;

export interface Listed {
  /** Changes when the content does. */
  stamp: string;
  modified_ms: number;
  size_bytes: number;
  read: () => Promise<Uint8Array>;
}

export function listedFile(file: Pick<File, "size" | "lastModified" | "arrayBuffer">): Listed {
  return {
    stamp: `${file.lastModified}:${file.size}`,
    modified_ms: file.lastModified,
    size_bytes: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
