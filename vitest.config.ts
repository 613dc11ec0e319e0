import { defineConfig } from "vitest/config";

/** They open databases, sockets or processes: part of `npm test`, not of the quick `npm run verify`. */
const WITH_SERVERS = [
  "lib/causes/left-out.test.ts",
  "lib/store/**/*.test.ts",
  "lib/net/**/*.test.ts",
  "lib/wire.test.ts",
  "lib/wire/**/*.test.ts",
  "lib/share/service.test.ts",
  "lib/push/service.test.ts",
  "lib/signin/keeping.test.ts",
  "lib/check/owner/give-more.test.ts",
  "lib/check/owner/letters.test.ts",
  "lib/check/owner/save-before.test.ts",
  "lib/check/signed-in/let-in.test.ts",
  "lib/fediverse/against-the-world.test.ts",
  "world/**/*.test.ts",
  "scripts/check/**/*.test.ts",
  "scripts/demo/**/*.test.ts",
  "bench/**/*.test.ts",
];
/** They put a module of their own in the place of one that other tests load as it is. */
const WITH_STAND_INS = ["lib/net/connect/connector.test.ts", "lib/net/gate-safety.test.ts", "lib/wire/inside.test.ts"];
const ALL = ["lib", "i18n", "server", "components", "scripts", "app"].map((folder) => `${folder}/**/*.test.ts`);

const shared = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
  env: { NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "silent" },
};

export default defineConfig({
  test: {
    // Half of the time of a test with a database goes by waiting for it.
    maxWorkers: 3,
    projects: [
      // Pure tests share nothing that could leak, so one worker serves them all.
      { test: { ...shared, name: "pure", include: ALL, exclude: WITH_SERVERS, isolate: false } },
      // Loading the house anew for each file took a third of their time.
      {
        test: {
          ...shared,
          name: "servers",
          include: WITH_SERVERS,
          exclude: WITH_STAND_INS,
          isolate: false,
          globalSetup: "testing/store/shared-postgres.ts",
        },
      },
      { test: { ...shared, name: "stand-ins", include: WITH_STAND_INS } },
    ],
  },
});
