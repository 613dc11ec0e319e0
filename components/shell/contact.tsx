/** Who runs this copy, as a link where it is the address of a page or of mail. */
export function Contact({ text }: { text: string }) {
  const href = addressOf(text);
  return href === undefined ? <span>{text}</span> : <a href={href}>{text}</a>;
}

export function addressOf(text: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return text;
  if (/^mailto:\S+@\S+$/i.test(text)) return text;
  return /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text) ? `mailto:${text}` : undefined;
}
