/** The operator's line on every page, for example that the data are samples. */
export function Notice({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="operator" role="note">
      {text}
    </p>
  );
}
