/** Who comes back from an answer that is no check finds the addresses again; a browser told not to remember forgets them. */
export function keepTyped(old: string, fresh: string, planned: boolean): void {
  const query = new URLSearchParams({ old, ...(planned ? { mode: "planned" } : { new: fresh }) });
  history.replaceState(null, "", `/?${query}`);
}
