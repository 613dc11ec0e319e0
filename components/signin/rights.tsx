/** By the names that the server's software has for them. */
export function Rights({ rights }: { rights: readonly string[] }) {
  return rights.map((right, at) => (
    <span key={right}>
      {at > 0 ? ", " : null}
      <code>{right}</code>
    </span>
  ));
}
