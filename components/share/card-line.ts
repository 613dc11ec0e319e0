import type { ShareWords } from "./words.ts";

/** The one line of the page's title and picture. */
export const cardLine = (name: string | null, t: ShareWords): string =>
  name === null ? t("cardUnnamed") : t("card", { name });
