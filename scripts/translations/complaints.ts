import { type Node, parseIcu } from "./icu.ts";
import { numbersLacking } from "./numbers.ts";

/** Of these a page breaks; what is lacking is lacking until the new English is translated. */
export const isFatal = (complaint: string): boolean => /^(?:has|does not parse)/.test(complaint);

/** What is wrong with a translation, whatever its words: it would show a gap, or nothing at all. */
export function complaintsAbout(english: string, translation: string, locale: string): readonly string[] {
  let nodes: readonly Node[];
  try {
    nodes = parseIcu(translation);
  } catch (error) {
    return [`does not parse: ${error instanceof Error ? error.message : error}`];
  }
  const [wanted, found] = [marksIn(parseIcu(english)), marksIn(nodes)];
  return [
    ...[...wanted].filter((mark) => !found.has(mark)).map((mark) => `lacks ${mark}`),
    ...[...found].filter((mark) => !wanted.has(mark)).map((mark) => `has ${mark}, English has not`),
    ...numbersLacking(english, translation).map((number) => `lacks ${number}`),
    ...lackingForms(nodes, locale),
    ...(isTrimmed(translation) === isTrimmed(english) ? [] : ["a space at its beginning or end differs"]),
  ];
}

const isTrimmed = (text: string): boolean => text.trim() === text;

/** A plural may become a plain number where a language has one form for all. */
function marksIn(nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node): readonly string[] => {
      if (node.kind === "text") return [];
      if (node.kind === "argument") return [`{${node.name}}`];
      if (node.kind === "tag") return [`<${node.name}>`, ...marksIn(node.children)];
      const inside = [...node.branches.values()].flatMap((branch) => [...marksIn(branch)]);
      const branches = [...node.branches.keys()].sort().join("|");
      return [node.kind === "plural" ? `{${node.name}}` : `{${node.name}: ${branches}}`, ...inside];
    }),
  );
}

function lackingForms(nodes: readonly Node[], locale: string): readonly string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === "tag") return lackingForms(node.children, locale);
    if (node.kind !== "plural" && node.kind !== "select") return [];
    const inside = [...node.branches.values()].flatMap((branch) => lackingForms(branch, locale));
    if (node.kind === "select") return inside;
    const lacking = forms.filter((form) => !node.branches.has(form)).map((form) => `{${node.name}} lacks "${form}"`);
    return [...lacking, ...inside];
  });
}
