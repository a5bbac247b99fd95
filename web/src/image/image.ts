/**
 * Memory images: an interpreter that has started and imported what an app needs, kept as bytes and
 * put back in a fraction of the time. Building one is `takeImage`, using one is `restoringModule`.
 */
export { type CreateModule, MismatchError } from "./emscripten.ts";
export { ENVIRONMENT, EXECUTABLE, NO_START, RUNTIME } from "./environment.ts";
export type { Bytes, ImageHeader, Support } from "./format.ts";
export { pretendJspi } from "./pretend-jspi.ts";
export { fileOf, type ImageFile, type ImageReader, readFile, readStream } from "./reader.ts";
export { finishRestoring, restoringModule } from "./restore.ts";
export { type Taking, takeImage } from "./take.ts";
