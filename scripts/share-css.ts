import { readFileSync, writeFileSync } from "node:fs";

/** The sheets that the page for followers and the server's plain pages take rules from, in the order of the app. */
const SHEETS = ["tokens", "base", "shell", "controls", "marks", "cards", "share", "endings", "wider", "other-ways"];
/** The parts that stand on these pages. A rule about any other class is left out. */
export const PARTS = new Set(
  [
    "lite page page--form page--read stack stack-tight quiet note-size section lead skip sr i i--flip turn handle num",
    "brand mark mark__wall mark__light topbar topbar__links foot foot__in foot__links foot__langs operator",
    "btn btn--main btn--big btn--wide btn--small btns field hint input input--big error",
    "face face--l fold folds fold__in copyline",
    "mover homeform answer answer__server proofline ending street dim roof h2 ground",
  ].flatMap((line) => line.split(" ")),
);

export const SHARE_CSS = "public/share.css";

/** The style sheet of the pages that no script of the app reaches, made of the app's own sheets. */
export function shareCss(): string {
  const rules = SHEETS.flatMap((name) => blocksOf(readFileSync(`app/design/${name}.css`, "utf8"))).flatMap(kept);
  return `/* Made by scripts/share-css.ts from app/design: change it there. */\n${rules.join("\n")}\n`;
}

type Block = { readonly head: string; readonly body: string };

/** The outermost blocks of a sheet, without comments. */
function blocksOf(css: string): readonly Block[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const blocks: Block[] = [];
  for (let start = 0, open = text.indexOf("{"); open >= 0; open = text.indexOf("{", start)) {
    const end = endOf(text, open);
    blocks.push({ head: text.slice(start, open).trim(), body: text.slice(open + 1, end) });
    start = end + 1;
  }
  return blocks;
}

function endOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  throw new Error("A block of a style sheet does not end.");
}

function kept({ head, body }: Block): readonly string[] {
  if (head === "@font-face") return usesFace(body) ? [`${head} {${body}}`] : [];
  if (head.startsWith("@media")) {
    const inner = blocksOf(body).flatMap(kept);
    return inner.length > 0 ? [`${head} {\n${inner.map((rule) => `  ${rule}`).join("\n")}\n}`] : [];
  }
  const selectors = splitSelectors(head).filter(isOfParts);
  if (selectors.length === 0) return [];
  return [`${selectors.join(",\n")} {${body.trimEnd()}\n}`];
}

/** One weight of text; what it has no letters for is drawn by the system. */
const usesFace = (body: string) => !/commissioner-var/.test(body);

/** At commas outside of brackets. */
const splitSelectors = (head: string): readonly string[] => head.split(/,(?![^(]*\))/).map((each) => each.trim());

/** A list of alternatives in brackets names classes too; one known part of them is enough. */
function isOfParts(selector: string): boolean {
  const outside = selector.replace(/\([^()]*\)/g, "");
  const inside = [...selector.matchAll(/\(([^()]*\.[^()]*)\)/g)].map(([, list = ""]) => list.split(","));
  const known = (part: string) => [...part.matchAll(/\.([\w-]+)/g)].every(([, name = ""]) => PARTS.has(name));
  return known(outside) && inside.every((list) => list.some(known));
}

if (process.argv[1]?.endsWith("share-css.ts")) writeFileSync(SHARE_CSS, shareCss());
