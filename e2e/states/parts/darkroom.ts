import type { Browser, Page } from "@playwright/test";
import { BLOCK, type Blocks } from "./blocks.ts";

export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Reads and writes pictures with what every browser has for it, on an empty page without rules about pictures. */
export type Darkroom = {
  /** The mean colours of each of these parts of a picture. */
  readonly shrink: (png: Buffer, frames: readonly Frame[]) => Promise<readonly Blocks[]>;
  readonly cut: (png: Buffer, frame: Frame) => Promise<Buffer>;
  readonly read: (png: Buffer) => Promise<Blocks>;
  readonly write: (blocks: Blocks) => Promise<Buffer>;
};

export async function openDarkroom(browser: Browser): Promise<Darkroom & { close(): Promise<void> }> {
  const page = await browser.newPage();
  return {
    shrink: (png, frames) => shrink(page, png, frames, BLOCK),
    cut: (png, frame) => cut(page, png, frame),
    async read(png) {
      const [whole] = await shrink(page, png, [await sizeOf(page, png)], 1);
      if (!whole) throw new Error("A picture without a size.");
      return whole;
    },
    write: (blocks) => write(page, blocks),
    close: () => page.close(),
  };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const bytes = (base64: string): Buffer => Buffer.from(base64, "base64");

const sizeOf = (page: Page, png: Buffer): Promise<Frame> =>
  page.evaluate(async (address) => {
    const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
    return { x: 0, y: 0, width, height };
  }, addressOf(png));

const addressOf = (png: Buffer): string => `data:image/png;base64,${text(png)}`;

async function shrink(page: Page, png: Buffer, frames: readonly Frame[], block: number): Promise<readonly Blocks[]> {
  const all = await page.evaluate(
    async ({ address, frames, block }) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas?.drawImage(picture, 0, 0);
      return frames.map(({ x, y, width, height }) => {
        const { data } = canvas?.getImageData(x, y, width, height) ?? { data: [] };
        const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
        const sums = new Float64Array(columns * rows * 4);
        for (let at = 0; at < width * height; at++) {
          const to = (Math.floor(at / width / block) * columns + Math.floor((at % width) / block)) * 4;
          for (let part = 0; part < 3; part++) sums[to + part] = (sums[to + part] ?? 0) + (data[at * 4 + part] ?? 0);
          sums[to + 3] = (sums[to + 3] ?? 0) + 1;
        }
        const colours = Array.from({ length: columns * rows * 3 }, (_, at) => {
          const from = Math.floor(at / 3) * 4;
          return Math.round((sums[from + (at % 3)] ?? 0) / (sums[from + 3] ?? 1));
        });
        return { columns, rows, colours };
      });
    },
    { address: addressOf(png), frames, block },
  );
  return all.map(({ columns, rows, colours }) => ({ columns, rows, colours: Uint8Array.from(colours) }));
}

const cut = async (page: Page, png: Buffer, frame: Frame): Promise<Buffer> =>
  bytes(
    await page.evaluate(
      async ({ address, frame: { x, y, width, height } }) => {
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        const picture = await createImageBitmap(await (await fetch(address)).blob(), x, y, width, height);
        canvas.getContext("2d")?.drawImage(picture, 0, 0);
        return canvas.toDataURL().split(",")[1] ?? "";
      },
      { address: addressOf(png), frame },
    ),
  );

const write = async (page: Page, { columns, rows, colours }: Blocks): Promise<Buffer> =>
  bytes(
    await page.evaluate(
      ({ columns, rows, colours }) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: columns, height: rows });
        const data = colours.flatMap((part, at) => (at % 3 === 2 ? [part, 255] : [part]));
        canvas.getContext("2d")?.putImageData(new ImageData(Uint8ClampedArray.from(data), columns, rows), 0, 0);
        return canvas.toDataURL().split(",")[1] ?? "";
      },
      { columns, rows, colours: [...colours] },
    ),
  );
