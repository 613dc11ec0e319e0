/** Three small drawings: the page has none of the app's scripts, and each shape stands in it once or twice. */
const Shape = ({ d, className = "i" }: { d: string; className?: string }) => (
  <svg aria-hidden="true" className={className} viewBox="0 0 24 24">
    <path d={d} />
  </svg>
);

export const CopyShape = () => (
  <Shape d="M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2" />
);
export const ShieldShape = () => (
  <Shape d="M20 13c0 5-3.5 7.5-8 9-4.500-1.500-8-4-8-9V6a1 1 0 0 1 1-1c2 0 4.500-1.200 7-3 2.500 1.800 5 3 7 3a1 1 0 0 1 1 1zM9 12l2 2 4-4" />
);
export const WarnShape = () => <Shape d="M12 3 2 20h20zM12 10v4M12 17h.01" />;
