/** One schema for the embedded database and for PostgreSQL. After a change: `npm run migrations -- --name <name>`. */
export { checks } from "./checks.ts";
export { letters } from "./letters.ts";
export { people } from "./people.ts";
export { pushSubscriptions } from "./push-subscriptions.ts";
export { servers } from "./servers.ts";
export { ledger, memory, settings, shareAsks } from "./shared.ts";
export { shares } from "./shares.ts";
export { signInApps, signInAttempts, signIns } from "./sign-ins.ts";
