import { failures } from "./errors.ts";
import { MAX_FILES, MAX_PROJECT_BYTES, megabytes } from "./project-paths.ts";

/** How much an app is, before all of it has been read. */
export interface AppSize {
  count?: number;
  size_bytes?: number;
}

/** Refuses what is more than an app may have. `says` is what its bytes do: "Its files have 3 MB". */
export function checkSize(
  asked: string,
  { count = 0, size_bytes = 0 }: AppSize,
  says = "Its files have",
): void {
  if (count > MAX_FILES) {
    throw failures.tooLarge(asked, `More than ${MAX_FILES} files are in it`, `${MAX_FILES}`);
  }
  if (size_bytes > MAX_PROJECT_BYTES) {
    const limit = megabytes(MAX_PROJECT_BYTES);
    throw failures.tooLarge(asked, `${says} ${megabytes(size_bytes)}`, limit);
  }
}
