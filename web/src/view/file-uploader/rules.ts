/** Which files a file uploader takes, in the words of its author and of a person. */
import type { FileUploader } from "../../protocol/elements.ts";

type FileRules = Pick<FileUploader, "types" | "max_size_mb">;

const MEGABYTE = 1024 * 1024;

/** Whether a file is of a kind that is taken: by its ending, ".csv", or its type, "image/*". */
export function isOfType({ name, type }: Pick<File, "name" | "type">, types: readonly string[]) {
  if (types.length === 0) return true;
  return types.some((wanted) => {
    if (wanted.startsWith(".")) return name.toLowerCase().endsWith(wanted.toLowerCase());
    if (wanted.endsWith("/*")) return type.startsWith(wanted.slice(0, -1));
    return type === wanted;
  });
}

/** Why a file is not taken; null when it is. */
export function objectionTo(file: Pick<File, "name" | "type" | "size">, rules: FileRules) {
  if (!isOfType(file, rules.types)) return `Only ${typesText(rules.types)} can be added here.`;
  if (file.size > rules.max_size_mb * MEGABYTE) {
    return `It has ${sizeText(file.size)}, and at most ${rules.max_size_mb} MB can be added here.`;
  }
  return null;
}

/** What can be added, in one quiet line. */
export function rulesText({ types, max_size_mb: most }: FileRules): string {
  const kinds = types.length === 0 ? "" : ` · ${typesText(types)}`;
  return `Up to ${most} MB per file${kinds}`;
}

const MEDIA: Readonly<Record<string, string>> = {
  "image/*": "images",
  "audio/*": "audio files",
  "video/*": "videos",
  "text/*": "text files",
};

function typesText(types: readonly string[]): string {
  const names = types.map((type) => MEDIA[type] ?? type.replace(/^\.|^.*\//, "").toUpperCase());
  return new Intl.ListFormat("en", { type: "conjunction" }).format([...new Set(names)]);
}

/** A size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const isSmall = bytes < MEGABYTE;
  const size = bytes / (isSmall ? 1024 : MEGABYTE);
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${isSmall ? "KB" : "MB"}`;
}
