/** The options of a selectbox, a radio and others: what a person reads, and the name on the wire. */

export interface Options {
  readonly options: readonly string[];
  readonly names: readonly string[];
}

/** The names of the options, one each: their texts, unless two of them look the same. */
export function optionNames({ options, names }: Options): readonly string[] {
  return names.length > 0 ? names : options;
}

/** What a person reads for a name; a name that no option has is a new one and its own text. */
export function optionText(choice: Options, name: string): string {
  return choice.options[optionNames(choice).indexOf(name)] ?? name;
}

/** A list that is no longer than this is seen at a glance. */
export const SHORT_LIST = 10;

/** Whether a typed text is none of the options, however they are capitalised. */
export function isNewOption(typed: string, options: readonly string[]): boolean {
  const text = typed.trim().toLowerCase();
  return text !== "" && !options.some((option) => option.toLowerCase() === text);
}
