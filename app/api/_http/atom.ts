/** A feed in the form of RFC 4287. */
export type AtomFeed = {
  readonly id: string;
  readonly self: string;
  readonly page: string;
  readonly title: string;
  readonly updated: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly at: string }[];
};

export function asAtom({ id, self, page, title, updated, entries }: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    ...[tag("id", id), tag("title", title), tag("updated", updated)],
    "<author><name>Housewarming</name></author>",
    `<link rel="self" href="${escaped(self)}"/>`,
    `<link rel="alternate" href="${escaped(page)}"/>`,
    ...entries.flatMap((entry) => [
      "<entry>",
      ...[tag("id", entry.id), tag("title", entry.title), tag("updated", entry.at), tag("content", entry.title)],
      `<link rel="alternate" href="${escaped(page)}"/>`,
      "</entry>",
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;
/** Of the characters below the space XML takes three alone. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => NAMES[sign as keyof typeof NAMES]);
