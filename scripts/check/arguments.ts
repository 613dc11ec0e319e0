import { parseArgs } from "node:util";
import type { NewCheck } from "#lib/contract/check-input.ts";
import { defined } from "#lib/flow/defined.ts";
import { type ReadList, readListFile } from "./list-file.ts";

export const HELP = `housewarming @old@server [@new@server] [options]
housewarming @old@server --planned candidate [candidate …] [options]

Finds the followers that a fediverse move left behind, and says why.

  --planned           before a move: whom each candidate, a server or an account, would lose
  --before FILE       followers from before: an export of ours, Mastodon's severed relationships, or any list
  --following FILE    with --planned: whom you follow, as following_accounts.csv; says whom you could follow from where
  --count NUMBER      how many followers there were
  --moved-at DATE     the day of the move, as 2026-11-20
  --people            names everybody who is missing
  --json              the whole report as JSON
  --quiet             no progress on the way
  --trace FOLDER      writes down every question and answer, for npm run replay
  --mask              gives the people in the trace other names, so that it can be shared
  --help, --version

Ends with 0 where everybody is here, 2 where somebody is missing, 1 where it could not check.
The environment is that of the server; see the README. Nothing is kept.
NEW_TOKEN and OLD_TOKEN in it are access tokens of the two accounts: with one the check also reads what only
its owner sees. Nothing but reading is done with it, and it goes to the account's own server alone.
`;

export type CheckWish = {
  readonly wish: "check";
  readonly input: NewCheck;
  /** Whom the owner follows, to be compared too. */
  readonly following?: readonly string[];
  readonly json: boolean;
  readonly people: boolean;
  readonly quiet: boolean;
  readonly trace?: { readonly folder: string; readonly mask: boolean };
};
export type Wish = { readonly wish: "help" | "version" } | CheckWish;

/** What was typed wrong, in words and without a stack. */
export class UsageError extends Error {}

export function readArguments(argv: readonly string[]): Wish {
  const { values, positionals } = parsed(argv);
  if (values.help) return { wish: "help" };
  if (values.version) return { wish: "version" };
  const [old, ...others] = positionals;
  if (old === undefined) throw new UsageError("Whose move? Give the old address, as @alice@old.example.");
  const before = beforeOf(values);
  const more = before ? { before } : {};
  const { json, people, quiet } = values;
  if (!values.planned && others.length > 1) throw new UsageError("One new address at most; with --planned up to five.");
  if (values.planned && (others.length === 0 || others.length > 5))
    throw new UsageError("Give one to five candidates.");
  const [fresh] = others;
  if (values["moved-at"] !== undefined && !isDay(values["moved-at"]))
    throw new UsageError("--moved-at is a day, as 2026-11-20.");
  const moved = defined({ new: fresh || undefined, movedAt: values["moved-at"] || undefined });
  const input: NewCheck = values.planned
    ? { mode: "planned", old, candidates: others, ...more }
    : { mode: "moved", old, ...moved, ...more };
  return { wish: "check", input, json, people, quiet, ...followingOf(values), ...traceOf(values) };
}

/** As many as the API takes. */
const MOST_FOLLOWED = 20_000;

type Followed = { readonly following?: string; readonly trace?: string; readonly planned: boolean };

function followingOf(given: Followed): Pick<CheckWish, "following"> {
  if (given.following === undefined) return {};
  if (!given.planned) throw new UsageError("--following belongs to --planned.");
  // It is handed in after the check was made, and a trace holds what a check was made with.
  if (given.trace !== undefined) throw new UsageError("--following and --trace do not go together.");
  const { handles } = readListFile(given.following);
  if (handles.length === 0) throw new UsageError(`There is no address in ${given.following}.`);
  if (handles.length > MOST_FOLLOWED) throw new UsageError(`That’s more than ${MOST_FOLLOWED} people.`);
  return { following: handles };
}

function traceOf({ trace, mask }: { readonly trace?: string; readonly mask: boolean }): Pick<CheckWish, "trace"> {
  if (mask && trace === undefined) throw new UsageError("--mask belongs to --trace.");
  return trace === undefined ? {} : { trace: { folder: trace, mask } };
}

/** A day that there is: the calendar gives back what was written. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        planned: { type: "boolean", default: false },
        before: { type: "string" },
        following: { type: "string" },
        count: { type: "string" },
        "moved-at": { type: "string" },
        people: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        trace: { type: "string" },
        mask: { type: "boolean", default: false },
        quiet: { type: "boolean", short: "q", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Before = NonNullable<NewCheck["before"]>;

function beforeOf({ before, count }: { readonly before?: string; readonly count?: string }): Before | undefined {
  const many = count === undefined ? undefined : Number(count);
  if (many !== undefined && !(Number.isInteger(many) && many >= 0)) throw new UsageError("--count is a whole number.");
  const list: ReadList | undefined = before === undefined ? undefined : readListFile(before);
  if (list?.handles.length === 0) throw new UsageError(`There is no address in ${before}.`);
  if (!list && many === undefined) return undefined;
  return {
    ...(list ? { kind: list.kind, handles: [...list.handles] } : {}),
    ...defined({ count: many }),
  };
}
