import { endInOneSentence } from "#server/sentence.ts";

process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.DATA_DIR ??= ".data-dev";

try {
  const { readConfig } = await import("#lib/config.ts");
  const { serve } = await import("#server/serve.ts");
  await serve(readConfig(process.env), { dev: true });
} catch (error) {
  endInOneSentence(error);
}
