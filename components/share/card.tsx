/** The picture beside a posted link: an open door and one line, in letters that the bundled font has. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

export function Card({ line, site }: { line: string; site: string }) {
  return (
    <div
      style={{
        ...{ display: "flex", alignItems: "center", width: "100%", height: "100%", padding: 80, gap: 72 },
        ...{ background: "#faf6f0", color: "#2a2420" },
      }}
    >
      <Door />
      <div style={{ display: "flex", flexDirection: "column", gap: 40, maxWidth: 720 }}>
        <div style={{ display: "flex", fontSize: 68, lineHeight: 1.2, wordBreak: "break-word" }}>{line}</div>
        <div style={{ display: "flex", fontSize: 30, color: "#6f6259" }}>{site}</div>
      </div>
    </div>
  );
}

const Door = () => (
  <svg aria-hidden="true" height="380" viewBox="0 0 240 380" width="240">
    <rect fill="#e9ddcf" height="372" rx="10" width="232" x="4" y="4" />
    <rect fill="#ffd98a" height="344" rx="4" width="204" x="18" y="18" />
    <path d="M18 18 L132 46 L132 334 L18 362 Z" fill="#b4532a" />
    <circle cx="114" cy="192" fill="#faf6f0" r="8" />
  </svg>
);
