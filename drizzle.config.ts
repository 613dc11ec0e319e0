import { defineConfig } from "drizzle-kit";

/** `npm run migrations -- --name <name>` writes the next migration from the schema. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./lib/store/tables/schema.ts",
  out: "./lib/store/migrations",
});
