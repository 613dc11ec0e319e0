import type { ReactNode } from "react";

/** One component in its states, under the name by which the code knows it. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="section">
      <h2 className="h-small">{name}</h2>
      <div className="stack mt-3">{children}</div>
    </section>
  );
}
