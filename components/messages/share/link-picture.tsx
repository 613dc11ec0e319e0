import encodeQR from "qr";

/** Cells of white around it, without which scanners do not find the code. */
const BORDER = 4;

/** A link as a code for cameras, drawn on the server; white and black in every theme, as scanners expect. */
export function LinkPicture({ link, caption }: { link: string; caption: string }) {
  const cells = encodeQR(link, "raw", { border: BORDER });
  return (
    <figure className="w-44 max-w-full shrink-0">
      <svg
        aria-hidden="true"
        className="block w-full rounded-lg bg-white text-black"
        data-swatch
        shapeRendering="crispEdges"
        viewBox={`0 0 ${cells.length} ${cells.length}`}
      >
        <path d={outline(cells)} fill="currentColor" />
      </svg>
      <figcaption className="mt-1.5 hint">{caption}</figcaption>
    </figure>
  );
}

/** One path for all dark cells. */
export const outline = (cells: readonly (readonly boolean[])[]): string =>
  cells.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
