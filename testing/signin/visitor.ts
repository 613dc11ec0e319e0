import { askOf, type Heard } from "#world/serve/ask.ts";
import type { World } from "#world/start.ts";

/** Somebody in front of a browser, on the pages of servers of a world. */
export type Visitor = {
  /** Signs in as this user and says yes or no. The address of the way back, or the page where the way ended. */
  go(url: string, user: string, decision?: "allow" | "deny"): Promise<Arrived>;
  /** The pages that were shown on the last way, by their titles. */
  readonly pages: readonly string[];
};
export type Arrived = { readonly back: URL } | { readonly page: string; readonly status: number };

const MOST_STEPS = 8;

export function visitorOf(world: Pick<World, "port" | "caPem">): Visitor {
  const ask = askOf(world);
  const cookies = new Map<string, string>();
  const pages: string[] = [];
  const open = async (url: string, form?: Readonly<Record<string, string>>): Promise<Heard> => {
    const { hostname } = new URL(url);
    const cookie = cookies.get(hostname);
    const headers = cookie ? { cookie } : {};
    const heard = await ask(url, form ? { method: "POST", form, headers } : { headers });
    const [set] = [heard.headers["set-cookie"]].flat();
    if (set) cookies.set(hostname, set.split(";")[0] ?? "");
    return heard;
  };

  return {
    pages,
    async go(url, user, decision = "allow") {
      pages.length = 0;
      const home = new URL(url).origin;
      let [at, heard] = [url, await open(url)];
      for (let step = 0; step < MOST_STEPS; step++) {
        const { location } = heard.headers;
        if (typeof location === "string") {
          const next = new URL(location, at);
          if (next.origin !== home) return { back: next };
          at = next.href;
          heard = await open(at);
          continue;
        }
        pages.push(titleOf(heard.text));
        const form = formIn(heard.text, user, decision);
        if (!form) break;
        at = new URL(form.action, at).href;
        heard = await open(at, form.fields);
      }
      return { page: titleOf(heard.text), status: heard.status };
    },
  };
}

const titleOf = (html: string): string => /<title>([^<]*)/.exec(html)?.[1] ?? "";

/** The form of the page, filled in. */
function formIn(html: string, user: string, decision: string) {
  const [, action] = /<form method="post" action="([^"]+)"/.exec(html) ?? [];
  if (action === undefined) return undefined;
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, plain(value)]));
  return { action, fields: { ...fields, ...(html.includes('name="user"') ? { user } : {}), decision } };
}

const plain = (text: string): string => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
