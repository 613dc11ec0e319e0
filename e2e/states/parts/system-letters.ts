import type { CDPSession, Page } from "@playwright/test";

/**
 * The parts in which letters are drawn with a face of the machine: our faces have none for them. Such a letter is another one
 * on the next machine, so a part with one may be held by its size alone.
 */
export async function systemLetters(page: Page): Promise<readonly string[]> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  const { root } = await tools.send("DOM.getDocument", { depth: 0 });
  const found: string[] = [];
  for (const part of await all(tools, root.nodeId, "#main section[aria-label]")) {
    const { attributes } = await tools.send("DOM.getAttributes", { nodeId: part });
    const faces = await facesIn(tools, await all(tools, part, ":not(svg, svg *)"));
    if (faces.size > 0) found.push(`${attributes[attributes.indexOf("aria-label") + 1]}: ${[...faces].join(", ")}`);
  }
  return found;
}

const all = async (tools: CDPSession, nodeId: number, selector: string): Promise<readonly number[]> =>
  (await tools.send("DOM.querySelectorAll", { nodeId, selector })).nodeIds;

async function facesIn(tools: CDPSession, nodes: readonly number[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(nodes.map((nodeId) => tools.send("CSS.getPlatformFontsForNode", { nodeId })));
  return new Set(answers.flatMap(({ fonts }) => fonts.filter((f) => !f.isCustomFont).map((f) => f.familyName)));
}
