import { useEffect, useState } from "react";

/** Characters; the dots of a longer text are too small for most cameras. */
const MAX_LENGTH = 1_200;

/** Light modules around the code, by which cameras find it. */
const QUIET = 3;

interface Drawn {
  path: string;
  size: number;
}

/** A text to be photographed from the screen. */
export function QrCode({ text }: { text: string }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const isTooLong = text.length > MAX_LENGTH;
  useEffect(() => {
    let isWanted = true;
    if (!isTooLong) void draw(text).then((code) => isWanted && setDrawn(code));
    return () => {
      isWanted = false;
    };
  }, [text, isTooLong]);
  if (isTooLong) return <p className="ts-panel-note">The link is too long for a QR code.</p>;
  const side = drawn ? drawn.size + 2 * QUIET : 1;
  return (
    // Without a code yet it keeps its place.
    <svg
      className="ts-share-code"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label="QR code of the link"
    >
      {drawn && <path d={drawn.path} />}
    </svg>
  );
}

async function draw(text: string): Promise<Drawn> {
  const { encode } = await import("uqr");
  const { data, size } = encode(text, { ecc: "L", border: 0 });
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return { path: rows.flat().join(""), size };
}
