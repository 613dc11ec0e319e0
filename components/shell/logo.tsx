/** A house with its door open. Drawn in the page: no file to fetch, and it takes the colours of the theme. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32">
      <path
        className="mark__wall"
        d="M14.6 3.6a2.2 2.2 0 0 1 2.8 0l10.8 9A2.2 2.2 0 0 1 29 14.3V26a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V14.3c0-.66.3-1.28.8-1.7z"
      />
      <path
        className="mark__light"
        d="M11 29V18.6a1.6 1.6 0 0 1 1.6-1.6h7.8a1.6 1.6 0 0 1 1.2.5L15.6 19a1.2 1.2 0 0 0-.9 1.2V29z"
      />
    </svg>
  );
}
