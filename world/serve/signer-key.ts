/** How the world asks the client that asks it. Rejects where nobody answers. */
export type Reach = (url: string, accept: string) => Promise<Answer>;
type Answer = { readonly status: number; readonly type: string; readonly body: unknown };

type Found =
  | { readonly what: "key"; readonly pem: string; readonly who: string }
  | { readonly what: "refused"; readonly reason: string }
  /** Nobody answered, or not in ten seconds: no more is asked there for five minutes. */
  | { readonly what: "failed"; readonly reason: string };

const ACTIVITY = "application/activity+json, application/ld+json";
const PATIENCE = 10_000;

/** The document behind a key's name, and at the first meeting whether its server knows it by the name it gives. */
export async function fetchKey(reach: Reach, keyId: string, known: boolean): Promise<Found> {
  try {
    return await ask((url, accept) => patient(reach(url, accept), url), keyId, known);
  } catch (cause) {
    return { what: "failed", reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

const refused = (reason: string): Found => ({ what: "refused", reason });

async function ask(reach: Reach, keyId: string, known: boolean): Promise<Found> {
  const { status, type, body } = await reach(keyId.replace(/#.*/, ""), ACTIVITY);
  if (status !== 200 || !/^application\/(?:activity|ld)\+json/.test(type))
    return refused(`Unable to fetch key JSON at ${keyId}`);
  const { id, pem, user, inbox } = partsOf(body);
  if (!id || !pem || !user || !inbox) return refused(`Public key not found for key ${keyId}`);
  const name = `${user}@${new URL(id).hostname}`;
  const unknown = known ? undefined : await whyUnknown(reach, name, id);
  return unknown ? refused(unknown) : { what: "key", pem, who: `${name} ${id}` };
}

type Actor = {
  readonly id?: string;
  readonly preferredUsername?: string;
  readonly inbox?: string;
  readonly publicKey?: { readonly publicKeyPem?: string };
};
function partsOf(body: unknown) {
  const { id, preferredUsername, inbox, publicKey } = (body ?? {}) as Actor;
  return { id, user: preferredUsername, inbox, pem: publicKey?.publicKeyPem };
}

type Jrd = { readonly subject?: string; readonly links?: readonly { readonly rel?: string; readonly href?: string }[] };
async function whyUnknown(reach: Reach, name: string, id: string): Promise<string | undefined> {
  const acct = `acct:${name}`;
  const url = `https://${new URL(id).hostname}/.well-known/webfinger?resource=${acct}`;
  const { status, body } = await reach(url, "application/jrd+json");
  if (status !== 200) return `Webfinger error when resolving ${name}: Request for ${acct} returned HTTP ${status}`;
  const { subject, links = [] } = (body ?? {}) as Jrd;
  const leadsBack = subject === acct && links.some(({ rel, href }) => rel === "self" && href === id);
  return leadsBack ? undefined : `Webfinger response for ${name} does not loop back to ${id}`;
}

async function patient<T>(answer: Promise<T>, url: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Read timed out after 10 seconds on ${url}`)), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
