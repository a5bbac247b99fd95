const FILE_NAME = /(["'])((?:\.\/)?[\w\u0080-\uffff][^"'\\\n:*?<>|{}]{0,150}\.[A-Za-z]\w{0,7})\1/g;

/**
 * The relative file names that stand in quotes in a Python file, such as `data/sales.csv`.
 *
 * It is a guess, and whoever uses it looks whether such a file is there: a name in a comment is
 * found too, and one that is put together while the script runs is not.
 */
export function findNamedFiles(source: string): string[] {
  const names = [...source.matchAll(FILE_NAME)].map(([, , name]) => name as string);
  return [...new Set(names.map((name) => name.replace(/^\.\//, "")))];
}
