import { mastodon } from "./mastodon/index.ts";
import type { SoftwareName } from "./names.ts";
import type { Router } from "./shared/routes.ts";

/** Who answers for a server. */
export const SOFTWARE: Readonly<Partial<Record<SoftwareName, Router>>> = { mastodon };
