/** The operator's line, which stands on every page. */
export function Notice({ text }: { readonly text: string | undefined }) {
  return text ? (
    <p className="operator" role="note">
      {text}
    </p>
  ) : null;
}
