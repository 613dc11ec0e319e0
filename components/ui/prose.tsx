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
  contents: string;
  sections: readonly Section[];
  children?: ReactNode;
};

/** A page to read: a title, a first paragraph, its contents and the sections. */
export function Article({ title, lead, contents, sections, children }: ArticleProps) {
  return (
    <article className="max-w-[42rem]">
      <h1 className="font-display text-4xl leading-tight sm:text-5xl">{title}</h1>
      <div className="mt-5 text-lg leading-relaxed">{lead}</div>
      <nav aria-label={contents} className="mt-8 border-ember border-s-2 ps-4 print:hidden">
        <ul>
          {sections.map(({ id, title: name }) => (
            <li key={id}>
              <a className="inline-block py-1 underline underline-offset-4 hover:text-ember-strong" href={`#${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <section className="mt-10" id={section.id} key={section.id}>
          <h2 className="font-display text-2xl">{section.title}</h2>
          {section.text}
        </section>
      ))}
      {children}
    </article>
  );
}
