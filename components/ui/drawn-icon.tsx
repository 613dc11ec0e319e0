/** Drawn by the server alone: on the pages that have to be light, an icon must not bring code to the browser. */
const SHAPES = {
  monitor: "M4 5h16v11H4zM9 20h6M12 16v4",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  moon: "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5Z",
  here: "M5 21V5l9-2v18M14 5h5v16M3 21h18M10.5 12h.01",
  you: "M13 3 5 14h6l-1 7 8-11h-6z",
  wait: "M5 3h14M5 21h14M7 3v4l5 5 5-5V3M7 21v-4l5-5 5 5v4",
  follower: "M9 14.5V5.5a1.5 1.5 0 0 1 3 0V11l4.6.9a2 2 0 0 1 1.6 2.2L17.5 21H10l-4.6-6.2a1.4 1.4 0 0 1 2.2-1.7L9 14.5",
  admin: "M12 3v18M7 21h10M4 7h16M6.5 7 3 14h7zM17.5 7 14 14h7z",
  nobody: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.6 18.4 18.4 5.6",
  unknown: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 17h.01",
} as const;
export type DrawnIconName = keyof typeof SHAPES;

export function DrawnIcon({ name, className }: { name: DrawnIconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 24 24"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
