import { defineConfig } from "vitest/config";

/** They open databases, sockets or processes: part of `npm test`, not of the quick `npm run verify`. */
const WITH_SERVERS = [
  "lib/causes/left-out.test.ts",
  "lib/store/**/*.test.ts",
  "lib/net/**/*.test.ts",
  "lib/wire.test.ts",
  "lib/wire/**/*.test.ts",
  "lib/share/service.test.ts",
  "lib/check/owner/letters.test.ts",
  "lib/check/owner/save-before.test.ts",
  "lib/fediverse/against-the-world.test.ts",
  "world/**/*.test.ts",
  "scripts/check/**/*.test.ts",
  "scripts/demo/**/*.test.ts",
  "bench/**/*.test.ts",
];
const ALL = ["lib", "i18n", "server", "components", "scripts", "app"].map((folder) => `${folder}/**/*.test.ts`);

const shared = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
  env: { NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "silent" },
};

export default defineConfig({
  test: {
    // Half of the time of a test with a database goes by waiting for it.
    maxWorkers: 2,
    projects: [
      // Pure tests share nothing that could leak, so one worker serves them all.
      { test: { ...shared, name: "pure", include: ALL, exclude: WITH_SERVERS, isolate: false } },
      { test: { ...shared, name: "servers", include: WITH_SERVERS, globalSetup: "testing/store/shared-postgres.ts" } },
    ],
  },
});
