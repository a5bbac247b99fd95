/** Copies a text, and says for a moment that it did. */
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton, type IconButtonProps } from "./icon-button.tsx";

/** How long the button says so. */
const SAID_MS = 2_000;

export interface CopyButtonProps extends Pick<IconButtonProps, "className"> {
  readonly text: string;
  /** What is copied, in words. */
  readonly label?: string;
  readonly "data-testid"?: string;
}

export function CopyButton({ text, label = "Copy to clipboard", ...rest }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <IconButton
      {...rest}
      icon={isCopied ? Check : Copy}
      label={isCopied ? "Copied" : label}
      size="small"
      data-copied={isCopied || undefined}
      onPress={() => void copy()}
    />
  );
}

/**
 * Copies a text, also where the clipboard is not granted: in a frame of another origin, or without
 * https.
 */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "ts-hidden";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
