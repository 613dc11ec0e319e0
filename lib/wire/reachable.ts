/** Whether other servers can fetch what stands at this address: only then a signature is worth anything. */
export function isReachable(publicUrl: string, routes: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isName = hostname.includes(".") && !/^[\d.]+$|^\[/.test(hostname);
  return protocol === "https:" && isName && (!hostname.endsWith(".test") || routes !== "");
}
