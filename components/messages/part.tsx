import type { ReactNode } from "react";

export const PARTS = ["everybody", "names", "known", "admins", "others"] as const;
export type PartId = (typeof PARTS)[number];

type PartProps = { id: PartId; title: string; text?: ReactNode; children: ReactNode };

/** A part of the page that can be linked to. */
export function Part({ id, title, text, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="scroll-mt-6" id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text ? <p className="lead mt-1">{text}</p> : null}
      {children}
    </section>
  );
}
