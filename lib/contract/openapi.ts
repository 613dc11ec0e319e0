import { z } from "zod";
import type { ApiCall } from "./calls/call.ts";
import { CALLS } from "./calls.ts";

const ERRORS =
  "Errors are application/problem+json (RFC 9457). Any call may answer 429 and 503, with Retry-After; an address that is none 404, a method that it has not 405, with Allow.";

/** OpenAPI 3.1 from the schemas that routes and pages use themselves. */
export function openApi(version: string, server: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of CALLS) paths[call.path] = { ...paths[call.path], [call.method]: operation(call) };
  return {
    openapi: "3.1.0",
    info: { title: "Housewarming", version, description: ERRORS },
    servers: [{ url: server }],
    paths,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  };
}

function operation({ path, summary, owner, query, body, answers }: ApiCall): Record<string, unknown> {
  return {
    summary,
    parameters: [...inPath(path), ...inQuery(query)],
    ...(owner ? { security: [{ key: [] }] } : {}),
    ...(body ? { requestBody: { required: true, content: media("application/json", body, "input") } } : {}),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, response(Number(status), answer)]),
    ),
  };
}

const inPath = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

const inQuery = (query: z.ZodObject | undefined) =>
  Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }),
  }));

function response(status: number, answer: z.ZodType | string | null): Record<string, unknown> {
  const description = status < 400 ? "Done" : "Problem";
  if (answer === null) return { description };
  if (typeof answer === "string") return { description, content: { [answer]: {} } };
  return {
    description,
    content: media(status < 400 ? "application/json" : "application/problem+json", answer, "output"),
  };
}

const media = (type: string, schema: z.ZodType, io: "input" | "output") => ({
  [type]: { schema: z.toJSONSchema(schema, { io, unrepresentable: "any" }) },
});
