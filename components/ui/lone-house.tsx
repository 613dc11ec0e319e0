/** One house with no light in it, for pages where something ended. Decoration alone. */
export function LoneHouse() {
  return (
    <svg aria-hidden="true" className="street" viewBox="340 44 150 112">
      <path className="roof" d="M435 49h10v32h-10zM373 84l47-35 47 35z" />
      <path className="h2" d="M378 84h84v66h-84z" />
      <path className="dim" d="M389 94h13v14h-13zM413 94h14v14h-14zM438 94h13v14h-13zM413 126h12v24h-12z" />
      <path className="ground" d="M340 149h150v8H340z" />
    </svg>
  );
}
