import { Agent, request } from "node:https";
import type { World } from "../start.ts";

export type Heard = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: unknown;
};

export type Ask = {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  /** A form, as a browser sends it. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Tests of the world knock at its doors as any stranger would: by name, over TLS. */
export function askOf(world: Pick<World, "port" | "caPem">) {
  const agent = new Agent({ keepAlive: true, ca: world.caPem });
  return (url: string, { method = "GET", body, form, headers = {} }: Ask = {}): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const { hostname, pathname, search } = new URL(url);
      const sent = form ? String(new URLSearchParams(form)) : body === undefined ? undefined : JSON.stringify(body);
      const type = form ? "application/x-www-form-urlencoded" : "application/json";
      const req = request(
        {
          agent,
          host: "127.0.0.1",
          port: world.port,
          servername: hostname,
          path: pathname + search,
          method,
          headers: { host: hostname, ...(sent ? { "content-type": type } : {}), ...headers },
        },
        (res) => {
          let text = "";
          res.setEncoding("utf8").on("data", (part: string) => (text += part));
          res
            .on("error", reject)
            .on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json: parse(text) }));
        },
      );
      req.on("error", reject).end(sent);
    });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
