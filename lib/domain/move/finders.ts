import type { MoveFinding } from "../diagnosis/verdict.ts";
import { ACCOUNT_FINDINGS } from "./account-findings.ts";
import { LIST_FINDINGS } from "./list-findings.ts";
import type { Finder } from "./scene.ts";

/** All findings, in the order in which they are told. */
export const FINDERS: readonly Finder[] = [...ACCOUNT_FINDINGS, ...LIST_FINDINGS];

type Field = "isReasonForAll" | "keepsOldServerToo" | "isAboutOld";

const withField = (field: Field) => {
  const ids = new Set(FINDERS.filter((finder) => finder[field]).map(({ id }) => id));
  return ({ cause }: MoveFinding): boolean => ids.has(cause);
};

export const isReasonForAll = withField("isReasonForAll");
export const keepsOldServerToo = withField("keepsOldServerToo");
export const isAboutOld = withField("isAboutOld");
