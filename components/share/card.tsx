/** The picture beside a posted link: our house with its door open, the news and the new address. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

type CardProps = { readonly line: string; readonly address: string; readonly site: string };

/** In the colours of the day: pictures cannot follow a theme. Its words are in letters that the bundled font has. */
export function Card({ line, address, site }: CardProps) {
  return (
    <div
      style={{
        ...{ display: "flex", alignItems: "center", width: "100%", height: "100%", padding: 72, gap: 64 },
        ...{ background: "#faf8f5", color: "#1e1b18" },
      }}
    >
      <House size={300} />
      <div style={{ display: "flex", flexDirection: "column", gap: 28, width: 700 }}>
        <div style={{ display: "flex", fontSize: 60, lineHeight: 1.15, letterSpacing: -1.5, wordBreak: "break-word" }}>
          {line}
        </div>
        <div style={{ display: "flex", fontSize: 38, color: "#b23c14", wordBreak: "break-all" }}>{address}</div>
        <div style={{ display: "flex", fontSize: 28, color: "#5a524a" }}>{site}</div>
      </div>
    </div>
  );
}

export const House = ({ size }: { size: number }) => (
  <svg aria-hidden="true" height={size} viewBox="0 0 32 32" width={size}>
    <path
      d="M14.6 3.6a2.2 2.2 0 0 1 2.8 0l10.8 9A2.2 2.2 0 0 1 29 14.3V26a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V14.3c0-.66.3-1.28.8-1.7z"
      fill="#b8411a"
    />
    <path
      d="M11 29V18.6a1.6 1.6 0 0 1 1.600-1.600h7.800a1.600 1.600 0 0 1 1.200.5L15.600 19a1.200 1.200 0 0 0-.9 1.200V29z"
      fill="#ffc247"
    />
  </svg>
);
