/** Fills for the bar and the swatches, once a page. On paper and with forced colours the patterns alone tell the groups apart. */
export function GroupPatterns() {
  return (
    <svg aria-hidden="true" className="absolute" height="0" width="0">
      <defs>
        <Pattern id="here" ink="fill-group-here" />
        <Pattern id="you" ink="fill-group-you">
          <circle className="fill-card" cx="4" cy="4" r="1.1" />
        </Pattern>
        <Pattern id="wait" ink="fill-group-wait">
          <path className="stroke-card" d="M0 4h8" strokeWidth="1.1" />
        </Pattern>
        <Pattern id="follower" ink="fill-group-follower">
          <path className="stroke-card" d="M-2 10 10-2M-2 2l4-4M6 10l4-4" strokeWidth="1.1" />
        </Pattern>
        <Pattern id="admin" ink="fill-group-admin">
          <path className="stroke-card" d="M-2-2l12 12M6-2l4 4M-2 6l4 4" strokeWidth="1.1" />
        </Pattern>
        <Pattern id="nobody" ink="fill-group-nobody">
          <path className="stroke-card" d="M4 0v8" strokeWidth="1.1" />
        </Pattern>
        <Pattern id="unknown" ink="fill-card">
          <path className="stroke-group-unknown" d="M-2 10 10-2M-2-2l12 12" strokeWidth="1" />
        </Pattern>
      </defs>
    </svg>
  );
}

type PatternProps = { id: string; ink: string; children?: React.ReactNode };
const Pattern = ({ id, ink, children }: PatternProps) => (
  <pattern height="8" id={`group-${id}`} patternUnits="userSpaceOnUse" width="8">
    <rect className={ink} height="8" width="8" />
    {children}
  </pattern>
);
