/** An address for bytes, or the address that stands there already. */
import { useEffect, useState } from "react";
import type { Bytes } from "../protocol/elements.ts";

export function useAddress(source: string | Bytes | null, mime: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (source === null || typeof source === "string") {
      setAddress(source ?? undefined);
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([source], { type: mime }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [source, mime]);
  return address;
}
