const WORD_OR_SIGN = String.raw`([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|[\s\S])?`;
const TOKEN = new RegExp(String.raw`(?:[ \t\f\r]+|#[^\n]*|\\\r?\n)*${WORD_OR_SIGN}`, "y");
const TOKEN_IN_BRACKETS = new RegExp(String.raw`(?:\s+|#[^\n]*|\\\r?\n)*${WORD_OR_SIGN}`, "y");
const NAME = /^[A-Za-z_\u0080-\uffff]/;

/** A place in a Python file, and how an import statement is read from there. */
export class Cursor {
  readonly source: string;
  position = 0;
  line = 1;
  /** Inside brackets the end of a line is as good as a space. */
  #isInBrackets = false;

  constructor(source: string) {
    this.source = source;
  }

  /** Moves on to `end`, counting the lines that this passes. */
  moveTo(end: number): void {
    const passed = this.source.slice(this.position, end);
    for (let at = passed.indexOf("\n"); at >= 0; at = passed.indexOf("\n", at + 1)) this.line += 1;
    this.position = end;
  }

  /** Reads `a.b.c` or `..a.b`; empty when neither stands here. */
  readDotted(): string {
    let dotted = "";
    for (let token = this.#peek(); token !== "import"; token = this.#peek()) {
      const isNext = NAME.test(token) ? dotted === "" || dotted.endsWith(".") : token === ".";
      if (!isNext) break;
      dotted += this.#next();
    }
    return dotted;
  }

  /** Reads `a.b as c, d`, in brackets or not, and leaves the end of the statement unread. */
  readNames(): string[] {
    const names: string[] = [];
    this.#isInBrackets = this.tryTake("(");
    do {
      const dotted = this.readDotted();
      if (dotted) names.push(dotted);
      if (this.tryTake("as")) this.#next();
    } while (this.tryTake(","));
    this.#isInBrackets = false;
    return names;
  }

  /** Whether `token` was next; if so it has been read. */
  tryTake(token: string): boolean {
    const isNext = this.#peek() === token;
    if (isNext) this.#next();
    return isNext;
  }

  #peek(): string {
    return this.#match().token;
  }

  #next(): string {
    const { token, end } = this.#match();
    this.moveTo(end);
    return token;
  }

  #match(): { token: string; end: number } {
    const pattern = this.#isInBrackets ? TOKEN_IN_BRACKETS : TOKEN;
    pattern.lastIndex = this.position;
    const token = pattern.exec(this.source)?.[1] ?? "";
    return { token, end: pattern.lastIndex };
  }
}
