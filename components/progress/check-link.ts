export type CheckLink = { readonly id: string; readonly key: string };

/** The id and the key in a private link as it is pasted: with its address, or from the # on. */
export function readCheckLink(text: string, here: string): CheckLink | null {
  const [address = "", fragment = ""] = text.trim().split("#");
  const key = new URLSearchParams(fragment).get("key");
  if (!key) return null;
  const id = address === "" ? here : /\/check\/([\w-]+)/.exec(address)?.[1];
  return id ? { id, key } : null;
}
