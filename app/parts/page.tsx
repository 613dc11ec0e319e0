import type { Metadata } from "next";
import { Controls } from "#components/parts/controls.tsx";
import { Marks } from "#components/parts/marks.tsx";
import { Pieces } from "./pieces.tsx";

export const metadata: Metadata = { title: "Parts", robots: { index: false } };

/** For developers: every shared component in its states. No page leads here. */
export default function Parts() {
  return (
    <article>
      <div className="max-w-[46rem]">
        <h1>Parts</h1>
        <Controls />
        <Marks />
      </div>
      <Pieces />
    </article>
  );
}
