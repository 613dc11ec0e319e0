import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Blocks, blocksFor, type Looks } from "./blocks.ts";
import type { Darkroom } from "./darkroom.ts";

const FOLDER = "e2e/states/parts/pictures";
/** A picture has all parts of the page one below the other; their sizes are those of every picture of this width. */
type Name = { readonly look: string; readonly width: number };

const pictureOf = ({ look }: Name): string => join(FOLDER, `${look}.png`);
const sizesOf = ({ width }: Name): string => join(FOLDER, `sizes-${width}.json`);

/** What the parts looked like when somebody last looked at them. */
export async function readKept(darkroom: Darkroom, name: Name): Promise<ReadonlyMap<string, Looks>> {
  if (!existsSync(pictureOf(name))) return new Map();
  const sizes = JSON.parse(readFileSync(sizesOf(name), "utf8")) as Readonly<Record<string, readonly [number, number]>>;
  const sheet = await darkroom.read(readFileSync(pictureOf(name)));
  let row = 0;
  return new Map(
    Object.entries(sizes).map(([part, [width, height]]) => {
      const blocks = take(sheet, row, blocksFor({ width, height }));
      row += blocks.rows;
      return [part, { size: { width, height }, blocks }];
    }),
  );
}

export async function keep(darkroom: Darkroom, name: Name, parts: ReadonlyMap<string, Looks>): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const all = [...parts.values()].map(({ blocks }) => blocks);
  const columns = Math.max(...all.map((blocks) => blocks.columns));
  const rows = all.reduce((sum, blocks) => sum + blocks.rows, 0);
  const colours = Buffer.concat(all.flatMap((blocks) => linesOf(blocks, columns)));
  writeFileSync(pictureOf(name), await darkroom.write({ columns, rows, colours }));
  const sizes = [...parts].map(([part, { size }]) => `  ${JSON.stringify(part)}: [${size.width}, ${size.height}]`);
  writeFileSync(sizesOf(name), `{\n${sizes.join(",\n")}\n}\n`);
}

function take(sheet: Blocks, first: number, { columns, rows }: Pick<Blocks, "columns" | "rows">): Blocks {
  const lines = Array.from({ length: rows }, (_, at) => {
    const start = (first + at) * sheet.columns * 3;
    return sheet.colours.subarray(start, start + columns * 3);
  });
  return { columns, rows, colours: Buffer.concat(lines) };
}

const linesOf = ({ columns, rows, colours }: Blocks, width: number): readonly Buffer[] =>
  Array.from({ length: rows }, (_, at) => {
    const line = Buffer.alloc(width * 3);
    line.set(colours.subarray(at * columns * 3, (at + 1) * columns * 3));
    return line;
  });
