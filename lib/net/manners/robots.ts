/** What a robots.txt says to us: the groups that name us, and those for everybody, as plain data to be remembered. */
export type Rule = { readonly allow: boolean; readonly path: string };
export type Robots = {
  /** Null where no group names us: then the rules for everybody hold. */
  readonly named: readonly Rule[] | null;
  readonly everybody: readonly Rule[];
};
export type RobotsMode = "polite" | "strict";

/** The name that servers may put into a group to speak to us alone. */
export const ROBOT = "housewarming";
export const NO_RULES: Robots = { named: null, everybody: [] };

/**
 * The line in every stock Mastodon's robots.txt. It keeps block lists out of search engines; it is read here as
 * "do not index or republish", which never happens, unless the operator of this copy wants it read to the letter.
 */
const STOCK_LINE = "/api/v1/instance/domain_blocks";

/** RFC 9309: groups with the same name are one; names are compared without case and version. */
export function parseRobots(text: string): Robots {
  const groups = groupsOf(text);
  const named = groups.filter(({ names }) => names.includes(ROBOT));
  const everybody = groups.filter(({ names }) => names.includes("*"));
  return {
    named: named.length > 0 ? named.flatMap(({ rules }) => rules) : null,
    everybody: everybody.flatMap(({ rules }) => rules),
  };
}

type Group = { readonly names: string[]; readonly rules: Rule[] };

/** Names in a row head one group; the first rule ends the row. */
function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let inHead = false;
  for (const { key, value } of lines(text)) {
    if (key === "user-agent") {
      if (!inHead) groups.push({ names: [], rules: [] });
      groups.at(-1)?.names.push(value.toLowerCase().split("/")[0]?.trim() ?? "");
      inHead = true;
    } else if (key === "allow" || key === "disallow") {
      inHead = false;
      // "Disallow:" with nothing behind it closes nothing.
      if (value !== "") groups.at(-1)?.rules.push({ allow: key === "allow", path: comparable(value) });
    }
  }
  return groups;
}

function* lines(text: string): Generator<{ readonly key: string; readonly value: string }> {
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const content = line.split("#")[0] ?? "";
    const colon = content.indexOf(":");
    if (colon < 0) continue;
    yield { key: content.slice(0, colon).trim().toLowerCase(), value: content.slice(colon + 1).trim() };
  }
}

/** `isCrawling`: not a question that the rules for everybody let through unless they are read to the letter. */
export type Asking = { readonly mode: RobotsMode; readonly isCrawling: boolean };

/** Whether we may ask for this path and query. The longest rule that fits decides, and among equals the kinder. */
export function mayAsk(robots: Robots, url: URL, asking: Asking): boolean {
  const path = comparable(url.pathname + url.search);
  const rules = robots.named ?? forEverybody(robots, asking);
  const fitting = rules.filter((rule) => fits(rule.path, path));
  const longest = Math.max(0, ...fitting.map((rule) => rule.path.length));
  const deciding = fitting.filter((rule) => rule.path.length === longest);
  return deciding.length === 0 || deciding.some((rule) => rule.allow);
}

function forEverybody({ everybody }: Robots, { mode, isCrawling }: Asking): readonly Rule[] {
  if (mode === "strict") return everybody;
  return isCrawling ? everybody.filter((rule) => !isStockLine(rule)) : [];
}

/** A group that names us and closes the house: the server wants nothing to do with us, not only to be left alone. */
export const sendsUsAway = ({ named }: Robots): boolean =>
  named !== null &&
  CLOSED.some((path) => !mayAsk({ named, everybody: [] }, new URL(path, "https://host"), TO_THE_LETTER));
const TO_THE_LETTER: Asking = { mode: "strict", isCrawling: true };
const CLOSED = ["/", "/api/"];

const isStockLine = ({ allow, path }: Rule): boolean =>
  !allow && path.startsWith(STOCK_LINE) && /^[*$/]*$/.test(path.slice(STOCK_LINE.length));

/** `%7E` and `~` are the same; what cannot be decoded is compared as it stands. */
function comparable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** `*` is anything, a final `$` the end. Looked for piece by piece: a pattern from a stranger must not cost time. */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const head = pieces[0] ?? "";
  if (!path.startsWith(head)) return false;
  if (pieces.length === 1) return !anchored || path === head;
  const tail = anchored ? (pieces.pop() ?? "") : "";
  let at = head.length;
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - tail.length >= at && path.endsWith(tail);
}
