/**
 * Modules from bytes: for a place that may fetch nothing, where a module's `import "./other.js"`
 * leads nowhere. Each file gets an address of its own (blob:), and the files that import it get
 * that address written in.
 *
 * This file imports no code, because it runs before anything else can.
 */
import type { ReadOptions } from "../protocol/assets.ts";
import type { UnitParts } from "./unit-parts.ts";

export type ReadFile = (path: string, options?: ReadOptions) => Promise<ArrayBuffer>;

export class ModuleGraph {
  readonly parts: UnitParts;
  readonly read: ReadFile;
  readonly #addresses = new Map<string, Promise<string>>();

  constructor(parts: UnitParts, read: ReadFile) {
    this.parts = parts;
    this.read = read;
  }

  /** Import a module of the build, with its style sheets. Each is there once, however often. */
  async import<T>(file: string): Promise<T> {
    return import(/* @vite-ignore */ await this.#moduleAddress(file));
  }

  /** An address under which a file can be used by a tag. */
  address(file: string, type: string): Promise<string> {
    return this.#once(file, async () => toAddress(await this.read(file), type));
  }

  #moduleAddress(file: string): Promise<string> {
    return this.#once(file, async () => {
      const { imports, css } = this.parts.files[file] ?? { imports: [], css: [] };
      const [source, ...addresses] = await Promise.all([
        this.#text(file),
        ...imports.map((other) => this.#moduleAddress(other)),
        ...css.map((sheet) => this.#adopt(sheet)),
      ]);
      const linked = imports.reduce(
        (text, other, index) => text.replaceAll(`./${nameOf(other)}`, addresses[index] ?? ""),
        source,
      );
      return toAddress(linked, "text/javascript");
    });
  }

  /** Put a style sheet into force; as by their address, its fonts come later, and nothing waits. */
  #adopt(file: string): Promise<string> {
    return this.#once(file, async () => {
      // Fonts come in one format: what is for browsers of long ago could not be had, either.
      const text = (await this.#text(file)).replace(OLD_FONTS, "");
      adoptSheet(text.replace(FACES, ""));
      const folder = file.slice(0, file.lastIndexOf("/") + 1);
      // Without them there is the browser's own typeface.
      this.#adoptFonts((text.match(FACES) ?? []).join(""), folder).catch(() => {});
      return "";
    });
  }

  async #adoptFonts(faces: string, folder: string): Promise<void> {
    let text = faces;
    await Promise.all(
      [...new Set(faces.match(/[\w.-]+\.woff2/g))].map(async (font) => {
        const address = await this.address(folder + font, "font/woff2");
        text = text.replaceAll(`./${font}`, address).replaceAll(`(${font})`, `(${address})`);
      }),
    );
    adoptSheet(text);
  }

  async #text(file: string): Promise<string> {
    return new TextDecoder().decode(await this.read(file));
  }

  #once(file: string, make: () => Promise<string>): Promise<string> {
    const made = this.#addresses.get(file) ?? make();
    this.#addresses.set(file, made);
    return made;
  }
}

/** As in `src: url(a.woff2) format("woff2"), url(a.woff) format("woff")`. */
const OLD_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)["']?\)\s*format\([^)]*\)/g;

/** A typeface that is fetched; others are the machine's own. */
const FACES = /@font-face\s*\{[^}]*url\([^}]*\}/g;

function adoptSheet(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function toAddress(content: ArrayBuffer | string, type: string): string {
  return URL.createObjectURL(new Blob([content], { type }));
}
