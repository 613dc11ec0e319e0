import { isIP } from "node:net";
import { z } from "zod";
import { defined } from "#lib/flow/defined.ts";

/** The environment, read once. A wrong value is a sentence, never a stack. */
export class ConfigError extends Error {}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .transform((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN))
    .refine((number) => number >= min && number <= max, `must be a whole number from ${min} to ${max}`);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(", ")}`);

const Environment = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address without a path" }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://")
    .optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  SECRET_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  WORKER: oneOf(["inline", "off", "only"]).default("inline"),
  ROBOTS: oneOf(["polite", "strict"]).default("polite"),
  PROOF: oneOf(["required", "off"]).optional(),
  LIMITS: oneOf(["on", "off"]).default("on"),
  SIGNIN: oneOf(["on", "off"]).default("on"),
  PUSH: oneOf(["on", "off"]).default("on"),
  HINTS: oneOf(["off", "fediseer", "lists", "all"]).default("off"),
  FIRES: z.string().default(""),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  OPT_OUT: z.string().default(""),
  RETENTION_DAYS: wholeNumber(1, 3650).optional(),
  NOTICE: z.string().max(300, "must have at most 300 characters").optional(),
  CONTACT: z.string().max(300, "must have at most 300 characters").optional(),
  METRICS: z
    .string()
    .regex(/^(off|(.+:)?\d{1,5})$/, "must be off, a port, or an address and a port")
    .default("off"),
  FEDIVERSE_ROUTES: z.string().default(""),
  FEDIVERSE_CA: z.string().optional(),
  LOG_LEVEL: oneOf(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).optional(),
  CRASH_AT: z
    .string()
    .regex(/^[a-z-]+:\d+$/, "must look like step:1")
    .optional(),
});

/** How long checks are kept where the operator says nothing. What he says holds for all. */
const [RETENTION_DAYS, PLANNED_DAYS] = [30, 180];

export type Config = {
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly secretKey?: string;
  readonly worker: "inline" | "off" | "only";
  readonly robots: "polite" | "strict";
  readonly proof: "required" | "off";
  readonly limits: boolean;
  /** Movers may let a check read with their own account. */
  readonly signIn: boolean;
  /** Browsers may be told what a look has found. They take that from https and from this machine alone. */
  readonly push: boolean;
  /** What of the opinions of others is asked for before a move. */
  readonly hints: { readonly fediseer: boolean; readonly lists: boolean; readonly datasets: readonly string[] };
  readonly trustProxy: number;
  /** Hosts that asked never to be asked, by the operator's setting. */
  readonly optOut: readonly string[];
  readonly retentionDays: number;
  /** A plan takes months; its list is what the check after the move lives on. */
  readonly plannedDays: number;
  readonly notice?: string;
  /** Who runs this copy: an address of mail or of a page. */
  readonly contact?: string;
  readonly metrics?: ListensAt;
  readonly routes: string;
  readonly caFile?: string;
  /** Tests of survival: end the process at this commit. */
  readonly crashAt?: string;
};

export type ListensAt = { readonly host: string; readonly port: number };

type Variables = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Variables): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(sentence(parsed.error));
  return fromEnvironment(parsed.data);
}

function sentence(error: z.ZodError): string {
  const first = error.issues[0];
  return first ? `${first.path.join(".")} ${first.message}.` : "The configuration is not valid.";
}

function fromEnvironment(env: z.infer<typeof Environment>): Config {
  const given = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`);
  const publicUrl = given.origin;
  const isPublic = isPublicHttps(publicUrl);
  refuse(!isOrigin(given), "PUBLIC_URL must be an http or https address without a path.");
  refuse(env.LIMITS === "off" && isPublic, "LIMITS=off is for tests and cannot go with a public PUBLIC_URL.");
  refuse(Boolean(env.CRASH_AT) && isPublic, "CRASH_AT is for tests and cannot go with a public PUBLIC_URL.");
  refuse(
    env.WORKER !== "inline" && !env.DATABASE_URL,
    `WORKER=${env.WORKER} needs DATABASE_URL: the embedded database serves one process.`,
  );
  return {
    port: env.PORT,
    publicUrl,
    dataDir: env.DATA_DIR,
    worker: env.WORKER,
    robots: env.ROBOTS,
    proof: env.PROOF ?? (isPublic ? "required" : "off"),
    limits: env.LIMITS === "on",
    signIn: env.SIGNIN === "on",
    push: env.PUSH === "on" && isSecureContext(given),
    hints: hintsOf(env.HINTS, env.FIRES),
    trustProxy: env.TRUST_PROXY,
    optOut: env.OPT_OUT.split(/[\s,]+/).filter(Boolean),
    retentionDays: env.RETENTION_DAYS ?? RETENTION_DAYS,
    plannedDays: env.RETENTION_DAYS ?? PLANNED_DAYS,
    routes: env.FEDIVERSE_ROUTES,
    ...(env.METRICS === "off" ? {} : { metrics: listensAt(env.METRICS, env.PORT) }),
    ...defined({
      ...{ databaseUrl: env.DATABASE_URL, secretKey: env.SECRET_KEY, notice: env.NOTICE, contact: env.CONTACT },
      ...{ caFile: env.FEDIVERSE_CA, crashAt: env.CRASH_AT },
    }),
  };
}

/** As browsers see it: elsewhere they have neither service workers nor notices. */
const isSecureContext = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

const hintsOf = (asked: "off" | "fediseer" | "lists" | "all", fires: string): Config["hints"] => ({
  fediseer: asked === "fediseer" || asked === "all",
  lists: asked === "lists" || asked === "all",
  datasets: datasetsIn(fires),
});

/** Each costs every check two downloads a day. */
const MOST_DATASETS = 5;

function datasetsIn(text: string): readonly string[] {
  const urls = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const isAddress = (url: string) => URL.parse(url)?.protocol === "https:";
  const wrong = urls.length > MOST_DATASETS || !urls.every(isAddress);
  refuse(wrong, `FIRES must be https addresses of datasets, ${MOST_DATASETS} at most.`);
  return urls.map((url) => new URL(url).href);
}

/** Other machines reach it only where the operator names an address. */
function listensAt(text: string, ownPort: number): ListensAt {
  const [, host = "127.0.0.1", digits = ""] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
  const port = Number(digits);
  refuse(port < 1 || port > 65_535, "METRICS must be off, a port, or an address and a port.");
  refuse(port === ownPort, "METRICS needs a port other than PORT.");
  return { host: host.replace(/^\[|\]$/g, ""), port };
}

/** Paths are put behind it: whatever else stands in it would end up before them. */
const isOrigin = ({ href, origin }: URL): boolean => href.replace(/\/+$/, "") === origin;

function refuse(wrong: boolean, words: string): void {
  if (wrong) throw new ConfigError(words);
}

/** Reserved names and addresses belong to somebody's own machine or test bed, whatever the scheme says. */
export function isPublicHttps(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== "https:" || isIP(hostname.replace(/^\[|\]$/g, ""))) return false;
  return hostname.includes(".") && !/\.(test|example|invalid|localhost|local|internal)$/.test(hostname);
}
