/** Mean colours of square blocks, row by row: three bytes a block. */
export type Blocks = { readonly columns: number; readonly rows: number; readonly colours: Uint8Array };
/** In pixels of the page. */
export type Size = { readonly width: number; readonly height: number };
/** What a part looks like: how large it is, and the colours on it. */
export type Looks = { readonly size: Size; readonly blocks: Blocks };

/** Small enough for a mark of 16 pixels to have blocks of its own. */
export const BLOCK = 8;

export const blocksFor = ({ width, height }: Size): { columns: number; rows: number } => ({
  columns: Math.ceil(width / BLOCK),
  rows: Math.ceil(height / BLOCK),
});
