export type Rule = {
  /** A folder with its slash, or single files. The first rule that matches a file holds. */
  readonly files: readonly string[];
  /** Paths of this repository, and packages with `npm:` before the name. */
  readonly may: readonly string[];
  /** Own paths that are closed all the same. */
  readonly not?: readonly string[];
  readonly eachFolderIsARoom?: true;
  /** What to do instead, printed with the breach. */
  readonly instead: string;
};

const REACT = ["npm:react", "npm:react-dom", "npm:react-dom/*"];
const NEXT = ["npm:next", "npm:next/*", "npm:next-intl", "npm:next-intl/*"];
/** What any part of a page may draw with; not each room uses all of it. */
export const SCREEN = [...REACT, ...NEXT, "npm:@tanstack/*", "npm:zod", "npm:papaparse", "npm:qr"];

export const RULES: readonly Rule[] = [
  {
    files: ["lib/flow/"],
    may: ["npm:ipaddr.js", "npm:lru-cache"],
    instead: "Helpers for concurrency and data stand below everything and know nothing of ours.",
  },
  {
    files: ["lib/software/"],
    may: ["lib/domain/"],
    instead: "A software is facts: names, versions, rules. What asks it stands in lib/fediverse.",
  },
  {
    files: ["lib/domain/"],
    may: [],
    instead:
      "The core is pure: it imports nothing but facts about software. Hand in what it needs as an argument, the clock included.",
  },
  {
    files: ["lib/causes/"],
    may: ["lib/domain/"],
    instead: "A cause reads readings and nothing else. Learn new facts in lib/fediverse and fold them in lib/domain.",
  },
  {
    files: ["lib/contract/"],
    may: ["lib/domain/", "npm:zod"],
    instead: "The contract holds schemas alone. Logic belongs into lib/check or lib/domain.",
  },
  {
    files: ["lib/net/"],
    may: ["lib/domain/", "npm:undici", "npm:ipaddr.js", "npm:node:*"],
    instead: "The gate knows sockets and manners, not software. Put what an answer means into lib/fediverse.",
  },
  {
    files: ["lib/fediverse/"],
    may: ["lib/domain/", "npm:zod", "npm:node:crypto"],
    instead:
      "An adapter is data and is handed a Gate. Ask through lib/fediverse/question/ask.ts, never through a socket.",
  },
  {
    files: ["lib/store/"],
    may: [
      "lib/domain/",
      "npm:drizzle-orm",
      "npm:drizzle-orm/*",
      "npm:@electric-sql/*",
      "npm:pg",
      "npm:pg-boss",
      "npm:node:*",
    ],
    instead: "The store keeps rows. What they mean is said in lib/domain and decided in lib/check.",
  },
  {
    files: ["lib/messages/"],
    may: ["lib/domain/", "lib/causes/", "i18n/locales.ts", "i18n/say.ts"],
    instead: "Messages are pure text from facts. Data comes in as arguments, words in the chosen language too.",
  },
  {
    files: ["lib/plan/"],
    may: ["lib/domain/", "lib/causes/", "lib/contract/", "lib/messages/"],
    instead: "A plan is worked out from a report and a day. Words are in i18n, and nothing is asked.",
  },
  {
    files: ["lib/signin/"],
    may: ["lib/domain/", "lib/store/", "npm:oauth4webapi", "npm:zod", "npm:node:crypto"],
    instead: "Signing in is handed a Gate and a store. What a check does with a token is said in lib/check.",
  },
  {
    files: ["lib/push/"],
    may: ["lib/domain/", "lib/contract/", "lib/store/", "npm:node:crypto"],
    instead:
      "Telling browsers is handed a Gate, a store, a seal and words. What is news is read off a check's history.",
  },
  {
    files: ["lib/check/", "lib/share/"],
    may: [
      "lib/domain/",
      "lib/causes/",
      "lib/contract/",
      "lib/fediverse/",
      "lib/store/",
      "npm:node:crypto",
      "npm:papaparse",
    ],
    instead: "A check is handed a Gate, a store and a clock. Join parts in lib/wire.ts.",
  },
  {
    files: ["lib/config.ts", "lib/config.test.ts", "lib/log.ts", "lib/log.test.ts", "i18n/"],
    may: ["lib/config.ts", "i18n/", "lib/causes/", "npm:zod", "npm:pino", "npm:node:net", "npm:next-intl"],
    instead: "Configuration, log and words stand below everything: they may use each other only.",
  },
  {
    files: ["lib/wire.ts", "lib/wire.test.ts", "lib/wire/"],
    may: ["lib/", "i18n/locales.ts", "i18n/notice.ts", "npm:node:*", "npm:tldts"],
    instead: "The wire joins the rooms of lib. Logic belongs into one of them.",
  },
  {
    files: ["components/ui/"],
    may: SCREEN,
    instead: "A ui part knows no words, no data and no feature. Hand in what it shows.",
  },
  {
    files: ["components/"],
    may: [
      "components/ui/",
      "lib/contract/",
      "lib/domain/",
      "lib/causes/",
      "lib/messages/",
      "lib/plan/",
      "i18n/",
      ...SCREEN,
    ],
    eachFolderIsARoom: true,
    instead:
      "A feature draws what the contract gives it: no net, no store, no check, and never another feature. Share parts in components/ui.",
  },
  {
    files: ["app/", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
    may: [
      "lib/wire.ts",
      "lib/contract/",
      "lib/domain/",
      "lib/causes/",
      "lib/messages/",
      "lib/plan/",
      "lib/config.ts",
      "lib/log.ts",
      "components/",
      "i18n/",
      "app/",
      // What it sets is held against what the page about privacy says.
      "proxy.ts",
      ...SCREEN,
    ],
    instead: "A route parses, calls and answers. What it needs comes through lib/wire.ts.",
  },
  {
    files: ["world/"],
    may: ["lib/flow/", "npm:node:*"],
    instead: "The world never sees the judge: if both used the same code, the truth would only repeat the verdict.",
  },
  {
    files: ["server/"],
    may: [
      "lib/flow/counts.ts",
      "lib/wire.ts",
      "lib/config.ts",
      "lib/log.ts",
      "lib/contract/",
      "i18n/",
      "npm:next",
      "npm:next-intl",
      "npm:node:*",
    ],
    instead: "The server around Next joins HTTP and the wire: limits, signals, plain pages. Logic belongs into lib.",
  },
  {
    files: ["testing/"],
    may: ["components/", "lib/", "world/", "i18n/", "npm:*"],
    instead: "Test kits may use everything; nothing in production uses them.",
  },
  {
    files: ["scripts/", "bench/", "e2e/"],
    may: [
      "scripts/",
      "drizzle.config.ts",
      "lib/wire.ts",
      "lib/causes/",
      "lib/check/judge/rejudge.ts",
      "lib/contract/",
      "lib/config.ts",
      "lib/flow/",
      "server/",
      "testing/",
      "world/",
      "components/",
      "i18n/",
      "npm:*",
    ],
    instead:
      "Scripts, benches and end-to-end tests stand outside: they use the wire, the contract, the table of causes and the world.",
  },
  {
    files: ["next.config.ts", "vitest.config.ts", "playwright.config.ts", "drizzle.config.ts"],
    may: ["npm:*", "scripts/"],
    instead: "Configuration of tools stands alone.",
  },
];
