/** The view's face: what an app unit puts together, and what its element's views are given. */

export { type App, AppProvider } from "./app-context.ts";
export { type Assets, AssetsProvider, loadChunk } from "./assets.ts";
export type { Chunk, ChunkName } from "./chunks.ts";
export { ExceptionCardView } from "./exception.tsx";
export { AppFrame } from "./frame/app-frame.tsx";
export { Failure } from "./frame/failure.tsx";
export { ImpossiblePackage } from "./frame/impossible-package.tsx";
export { Loading } from "./frame/loading.tsx";
export { viewOf } from "./registry.ts";
export { siteAssets } from "./site-assets.ts";
export { ToastBoard } from "./toast-board.ts";
export { type RunRequest, Values } from "./values.ts";
