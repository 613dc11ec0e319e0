/** The operator's line on every page, e.g. that the data are samples. */
export function Notice({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="border-ember border-b-2 bg-warm px-4 py-2 text-center font-semibold text-sm" role="note">
      {text}
    </p>
  );
}
