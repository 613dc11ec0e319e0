import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "e2e/world/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "silent" },
  },
});
