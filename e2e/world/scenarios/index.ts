import type { Scenario } from "../scenario.ts";
import { threeServers } from "./three-servers.ts";

export const SCENARIOS = {
  "three-servers": threeServers,
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;
