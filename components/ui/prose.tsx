import type { ReactNode } from "react";

/** The tags that longer texts in the messages may use. */
export const TAGS = {
  p: (words: ReactNode) => <p className="mt-3">{words}</p>,
  ul: (words: ReactNode) => <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{words}</ul>,
  li: (words: ReactNode) => <li>{words}</li>,
  b: (words: ReactNode) => <strong>{words}</strong>,
  i: (words: ReactNode) => <em>{words}</em>,
  code: (words: ReactNode) => (
    <code className="rounded bg-sunk px-1 py-0.5 text-[0.9em] [overflow-wrap:anywhere]" dir="ltr">
      {words}
    </code>
  ),
};

type Section = { id: string; title: string; text: ReactNode };
type ArticleProps = {
  title: string;
  lead: ReactNode;
  /** What somebody who reads no further should know. */
  short?: { title: string; points: ReactNode; drawn?: true };
  contents: string;
  sections: readonly Section[];
  children?: ReactNode;
};

/** A page to read: a title, what it says in short, its contents and the sections. */
export function Article({ title, lead, short, contents, sections, children }: ArticleProps) {
  return (
    <article className="mx-auto max-w-[46rem]">
      <h1>{title}</h1>
      {short ? (
        <section aria-label={short.title} className="card section">
          <h2>{short.title}</h2>
          {short.drawn ? (
            short.points
          ) : (
            <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{short.points}</ul>
          )}
        </section>
      ) : null}
      <div className="section text-lg leading-relaxed">{lead}</div>
      <nav aria-label={contents} className="section print:hidden">
        <ul className="flex list-none flex-wrap gap-x-5">
          {sections.map(({ id, title: name }) => (
            <li key={id}>
              <a className="inline-block py-1" href={`#${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <section className="section" id={section.id} key={section.id}>
          <h2>{section.title}</h2>
          {section.text}
        </section>
      ))}
      {children}
    </article>
  );
}
