/** A house with its door open. Drawn here: no file to fetch, and it takes the colours of the page. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={className} fill="none" viewBox="0 0 32 32">
      <path
        className="fill-card stroke-ember"
        d="M4.5 14.2 16 4.5l11.5 9.7V27a1 1 0 0 1-1 1h-21a1 1 0 0 1-1-1z"
        strokeLinejoin="round"
        strokeWidth="2.2"
      />
      <path className="fill-ember" d="M12.5 28V17.5h7V28z" opacity=".22" />
      <path className="fill-ember" d="m12.5 17.5 5-1.6v13.6l-5-1.5z" />
    </svg>
  );
}
