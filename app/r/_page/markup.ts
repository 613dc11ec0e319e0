import type { ReactElement } from "react";

/** Next keeps the renderer out of what it bundles for pages; a page that is one string asks for it when it is needed. */
export async function markupOf(page: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
