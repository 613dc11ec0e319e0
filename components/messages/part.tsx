import type { ReactNode } from "react";

export const PARTS = ["everybody", "names", "known", "admins", "others"] as const;
export type PartId = (typeof PARTS)[number];

type PartProps = { id: PartId; title: string; text?: ReactNode; children: ReactNode };

/** A part of the page that can be linked to. */
export function Part({ id, title, text, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="scroll-mt-6" id={id}>
      <h2 className="font-display text-2xl sm:text-3xl" id={`${id}-title`}>
        {title}
      </h2>
      {text ? <p className="mt-2 max-w-prose">{text}</p> : null}
      {children}
    </section>
  );
}
