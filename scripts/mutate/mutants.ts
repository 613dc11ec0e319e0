/** One small change to a source file, by place. */
export type Mutant = { readonly file: string; readonly at: number; readonly from: string; readonly to: string };

type Rule = readonly [pattern: RegExp, to: (found: string) => readonly string[]];

const swap =
  (...pairs: readonly (readonly [string, string])[]) =>
  (found: string): readonly string[] =>
    pairs.flatMap(([one, other]) => (found === one ? [other] : found === other ? [one] : []));

/** Words that carry the meaning of a verdict: each is replaced by the one it must not be mistaken for. */
const WORDS: readonly (readonly [string, string])[] = [
  ["proven", "likely"],
  ["possible", "likely"],
  ["blocked", "open"],
  ["inbound", "outbound"],
  ["known", "absent"],
  ["alive", "gone"],
  ["old-only", "neither"],
  ["moved", "planned"],
  ["positive", "residual"],
  ["mastodon", "gotosocial"],
];

const RULES: readonly Rule[] = [
  [/===|!==/g, swap(["===", "!=="])],
  [/&&|\|\|/g, swap(["&&", "||"])],
  [/(?<= )(?:>=|<=|>|<)(?= )/g, (found) => ({ ">=": [">"], "<=": ["<"], ">": [">="], "<": ["<="] })[found] ?? []],
  [/(?<![=\w"!])!(?=[\w(])/g, () => [""]],
  [/\?\?/g, () => ["&&"]],
  [/\b(?:true|false)\b/g, swap(["true", "false"])],
  [/\.(?:some|every)\(/g, swap([".some(", ".every("])],
  [/\bMath\.(?:min|max)\b/g, swap(["Math.min", "Math.max"])],
  [/(?<= )[+-](?= )/g, swap(["+", "-"])],
  [/(?<=[ ([])\d+(?=[,;)\s\]])/g, (found) => [String(Number(found) + 1)]],
  [/"[\w.-]+"/g, mutateWord],
  // A whole source of evidence, or a whole condition.
  [/(?<=^ +)\.\.\.(?!\{)\(?\w[^\n]*,$/gm, () => [""]],
  [/\bif \((?=[^\n]*\) (?:return|continue|break|\{))/g, () => ["if (true || ", "if (false && "]],
];

function mutateWord(found: string): readonly string[] {
  const word = found.slice(1, -1);
  const pair = WORDS.find((one) => one.includes(word));
  return [`"${pair ? (pair[0] === word ? pair[1] : pair[0]) : ""}"`];
}

/** Every mutant of a file, in order of place. What cannot change a verdict is left alone: types, comments, imports. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const code = blank(source);
  const all = RULES.flatMap(([pattern, to]) =>
    [...code.matchAll(pattern)].flatMap((match) =>
      to(match[0]).map((other) => ({ file, at: match.index, from: match[0], to: other })),
    ),
  );
  return all.sort((one, other) => one.at - other.at);
}

export const apply = (source: string, { at, from, to }: Mutant): string =>
  source.slice(0, at) + to + source.slice(at + from.length);

const NOT_CODE = [
  /\/\*[\s\S]*?\*\//g,
  /(?<=^|\s)\/\/[^\n]*/g,
  /^import [\s\S]*?;$/gm,
  /^(?:export )?type [\s\S]*?;\n(?=\n|export|const|function|\/)/gm,
  /\): [^={\n]*(?=\{$)/gm,
  /(?<=^(?:export )?const \w+: )[^=]*(?= =)/gm,
  // Read by the compiler alone.
  /^ {2}scope: .*$/gm,
];

/** The same length, so that places stay. */
function blank(source: string): string {
  return NOT_CODE.reduce((code, pattern) => code.replace(pattern, (text) => text.replace(/[^\n]/g, " ")), source);
}
