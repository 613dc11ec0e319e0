/** One schema for the embedded database and for PostgreSQL. After a change: `npm run -s node -- lib/store/generate.ts`. */
export { checks } from "./tables/checks.ts";
export { letters } from "./tables/letters.ts";
export { people } from "./tables/people.ts";
export { servers } from "./tables/servers.ts";
export { ledger, memory, optOuts, settings, shareAsks } from "./tables/shared.ts";
export { shares } from "./tables/shares.ts";
