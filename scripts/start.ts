import { endInOneSentence } from "#server/sentence.ts";
import { buildIfStale } from "./build.ts";

process.env.NEXT_TELEMETRY_DISABLED = "1";

try {
  const { readConfig } = await import("#lib/config.ts");
  const config = readConfig(process.env);
  if (config.worker !== "only") buildIfStale();
  const { serve } = await import("#server/serve.ts");
  await serve(config, { dev: false });
} catch (error) {
  endInOneSentence(error);
}
