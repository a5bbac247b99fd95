// What the bench is asked for on the command line.

/** @typedef {{ name: string, rounds: number }} Part */

/** The rounds of a quick measurement, of a part that is cheap. */
const QUICK = 3;

/**
 * @param {readonly string[]} args
 * @param {readonly Part[]} parts there are
 * @returns {{ isHelp: boolean, isTrace: boolean, names: string[], rounds: (part: Pick<Part, "rounds">) => number }}
 */
export function parseArguments(args, parts) {
  const known = ["--help", "--trace", "--quick", "--rounds", "--only"];
  /** @param {string} name */
  const valueAfter = (name) => {
    const at = args.indexOf(name);
    if (at < 0) return undefined;
    const value = args[at + 1];
    if (value === undefined || value.startsWith("--")) throw new Error(`${name} needs a value.`);
    return value;
  };
  const only = valueAfter("--only");
  const asked = valueAfter("--rounds");
  const unknown = args.find((arg) => arg.startsWith("--") && !known.includes(arg));
  if (unknown) throw new Error(`There is no ${unknown}: see --help.`);
  const all = parts.map(({ name }) => name);
  const names = only?.split(",") ?? all;
  const missing = names.find((name) => !all.includes(name));
  if (missing !== undefined) {
    throw new Error(`There is no part "${missing}"; there are ${all.join(", ")}.`);
  }
  const given = asked === undefined ? undefined : Number(asked);
  if (given !== undefined && !(Number.isInteger(given) && given > 0)) {
    throw new Error(`--rounds ${asked}: a number of rounds is 1 or more.`);
  }
  const isQuick = args.includes("--quick");
  return {
    isHelp: args.includes("--help"),
    isTrace: args.includes("--trace"),
    names,
    rounds: ({ rounds }) => given ?? (isQuick ? quickRounds(rounds) : rounds),
  };
}

/** @param {number} rounds of a whole measurement */
function quickRounds(rounds) {
  return rounds >= 10 ? QUICK : 1;
}
