import { type Entry, MODES, type Mode, PROGRAMS, type ProgramName } from "./entry.ts";

/** What `docs/bench.json` holds of one preset. */
export type Bench = {
  readonly preset: string;
  readonly followers: number;
  readonly seed: number;
  readonly speed: number;
} & Readonly<Partial<Record<Mode, Readonly<Partial<Record<ProgramName, Entry>>>>>>;

const NAMES: Readonly<Record<ProgramName, string>> = {
  serial: "a script, one request after the other",
  concurrent: "a tool, 16 requests at a time",
  housewarming: "Housewarming, nothing remembered",
  "housewarming again": "Housewarming, a second check",
};
const TITLES: Readonly<Record<Mode, string>> = {
  moved: "**After a move**",
  planned: "**Before a move to one of five**",
};
const COLUMNS = [
  "",
  "first cause",
  "done",
  "requests: all, most to one follower's server",
  "read",
  "processor",
  "memory",
  "missing people: cause right, wrong, none named",
  "called blocked who is not; called proven, and is not",
];

/** Both situations of one preset, with the day and the load of the oldest run: a figure is no younger than that. */
export function tableOf(bench: Bench): string {
  const rows = MODES.flatMap((mode) => rowsOf(mode, bench[mode] ?? {}));
  return [COLUMNS.map(cell).join(""), COLUMNS.map(() => "|---").join(""), ...rows].map((row) => `${row}|`).join("\n");
}

function rowsOf(mode: Mode, entries: Readonly<Partial<Record<ProgramName, Entry>>>): readonly string[] {
  const rows = PROGRAMS.flatMap((name) => {
    const entry = entries[name];
    return entry ? [[NAMES[name], ...cellsOf(entry)].map(cell).join("")] : [];
  });
  return rows.length > 0 ? [[TITLES[mode], ...COLUMNS.slice(1).map(() => "")].map(cell).join(""), ...rows] : [];
}

const cell = (text: string): string => (text ? `| ${text} ` : "| ");

function cellsOf({ firstCauseMs, doneMs, requests, mostToOne, bytes, cpuMs, peakMb, tally }: Entry): readonly string[] {
  const { missing, right, wrong, falseBlocks, falseProofs } = tally;
  return [
    firstCauseMs === null ? "–" : seconds(firstCauseMs),
    seconds(doneMs),
    `${count(requests)}, ${mostToOne}`,
    `${(bytes / 2 ** 20).toFixed(1)} MB`,
    seconds(cpuMs),
    `${Math.round(peakMb)} MB`,
    // Who stands in neither list has no cause either: nobody names him.
    `${count(right)}, ${count(wrong)}, ${count(missing - right - wrong)} of ${count(missing)}`,
    `${count(falseBlocks)}; ${count(falseProofs)}`,
  ];
}

const count = (number: number): string => Math.round(number).toLocaleString("en");
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** One run in a line, for the terminal. */
export const rowOf = (name: string, entry: Entry): string =>
  `${name}: ${cellsOf(entry)
    .map((text, at) => `${COLUMNS[at + 1]} ${text}`)
    .join("; ")}`;

const [BEGIN, END] = ["<!-- npm run bench writes this -->", "<!-- until here -->"];

/** Puts the block between its two marks; a page without them is left as it is. */
export function withBlock(page: string, block: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  return from < 0 || to < from ? page : `${page.slice(0, from + BEGIN.length)}\n\n${block}\n\n${page.slice(to)}`;
}

/** On what and when the runs of the table were made. */
export function wordsOf(bench: Bench, cores: number, node: string): string {
  const entries = MODES.flatMap((mode) => Object.values(bench[mode] ?? {}));
  const days = [...new Set(entries.map(({ at }) => at.slice(0, 10)))].sort();
  const loads = entries.map(({ load }) => load);
  const most = Math.max(...loads);
  const people = `${count(bench.followers)} followers in a simulated network`;
  const machine = `${cores} shared cores, Node ${node}`;
  const words = `${people}, ${machine}, ${days.join(", ")}, load ${Math.min(...loads).toFixed(1)} to ${most.toFixed(1)}.`;
  return most > cores ? `${words} ${BUSY}` : words;
}

const BUSY =
  "More wanted the cores than there are, the bench and the simulated network among them: on a quiet machine the seconds may be fewer.";
