import { BLOCK, type Blocks, type Looks, type Size } from "./blocks.ts";

/** Of 255, in any of the three colours. */
const COLOUR_TOLERANCE = 10;
/** A line that is drawn half a pixel further changes a block or two; a mark that is gone changes more. */
const BLOCKS_TOLERANCE = 2;
const SIZE_TOLERANCE = 1;

export type Difference = { readonly part: string; readonly what: string };

/** What has changed since the pictures were kept, part by part. */
export function differencesOf(
  seen: ReadonlyMap<string, Looks>,
  kept: ReadonlyMap<string, Looks>,
): readonly Difference[] {
  return [...new Set([...kept.keys(), ...seen.keys()])].flatMap((part) => {
    const what = differenceOf(seen.get(part), kept.get(part));
    return what ? [{ part, what }] : [];
  });
}

function differenceOf(seen: Looks | undefined, kept: Looks | undefined): string | null {
  if (!seen) return "is not on the page any more";
  if (!kept) return "is new: no picture of it is kept";
  return sizeDifference(seen.size, kept.size) ?? colourDifference(seen.blocks, kept.blocks);
}

function sizeDifference(seen: Size, kept: Size): string | null {
  const alike =
    Math.abs(seen.width - kept.width) <= SIZE_TOLERANCE && Math.abs(seen.height - kept.height) <= SIZE_TOLERANCE;
  return alike ? null : `is ${seen.width} × ${seen.height} pixels and was ${kept.width} × ${kept.height}`;
}

/** What both have: a pixel more or less may be a row of blocks. */
function colourDifference(seen: Blocks, kept: Blocks): string | null {
  const [columns, rows] = [Math.min(seen.columns, kept.columns), Math.min(seen.rows, kept.rows)];
  const all = Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    return { column, row, ...pairOf(colourAt(seen, column, row), colourAt(kept, column, row)) };
  });
  const other = all.filter(({ by }) => by > COLOUR_TOLERANCE).sort((one, two) => two.by - one.by);
  const [worst] = other;
  if (!worst || other.length <= BLOCKS_TOLERANCE) return null;
  const place = `${worst.column * BLOCK} pixels from its left and ${worst.row * BLOCK} from its top`;
  return `looks different in ${other.length} of ${all.length} blocks, most of all ${place}: ${worst.words}`;
}

type Colour = readonly number[];

const colourAt = ({ columns, colours }: Blocks, column: number, row: number): Colour =>
  [0, 1, 2].map((part) => colours[(row * columns + column) * 3 + part] ?? 0);

const pairOf = (seen: Colour, kept: Colour) => ({
  by: Math.max(...seen.map((part, at) => Math.abs(part - (kept[at] ?? 0)))),
  words: `${inHex(seen)}, and was ${inHex(kept)}`,
});

const inHex = (colour: Colour): string => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
