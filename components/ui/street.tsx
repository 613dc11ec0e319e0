/** One house: where it stands, how wide and how high, its rows of windows, and whose it is. */
type House = { x: number; width: number; height: number; rows: number; columns: number; ours?: true };

const GROUND = 150;
const HOUSES: readonly House[] = [
  { x: 8, width: 62, height: 64, rows: 2, columns: 3 },
  { x: 84, width: 48, height: 92, rows: 3, columns: 2 },
  { x: 146, width: 70, height: 56, rows: 2, columns: 3 },
  { x: 232, width: 54, height: 98, rows: 3, columns: 2 },
  { x: 300, width: 66, height: 62, rows: 2, columns: 3 },
  { x: 384, width: 84, height: 76, rows: 2, columns: 3, ours: true },
  { x: 486, width: 56, height: 100, rows: 3, columns: 2 },
  { x: 556, width: 70, height: 58, rows: 2, columns: 3 },
  { x: 642, width: 50, height: 90, rows: 3, columns: 2 },
  { x: 706, width: 68, height: 60, rows: 2, columns: 3 },
  { x: 790, width: 54, height: 96, rows: 3, columns: 2 },
  { x: 858, width: 66, height: 66, rows: 2, columns: 3 },
];

/** A street at the hour when people come home: `lit` is the share of windows with a light. Decoration alone. */
export function Street({ lit = 1 }: { lit?: number }) {
  return (
    <svg aria-hidden="true" className="street" preserveAspectRatio="xMidYMax meet" viewBox="0 0 936 156">
      {HOUSES.map((house, at) => (
        <g key={house.x}>
          <path className={house.ours ? "ours-roof" : "roof"} d={roofOf(house)} />
          <rect
            className={house.ours ? "ours" : `h${(at % 3) + 1}`}
            height={house.height}
            width={house.width}
            x={house.x}
            y={GROUND - house.height}
          />
          {windowsOf(house).map(({ x, y }, place) => (
            <rect
              className={((at * 7 + place * 5) % 12) / 12 < lit ? "lit" : "dim"}
              height="14"
              key={`${x} ${y}`}
              rx="1.5"
              width="10"
              x={x}
              y={y}
            />
          ))}
        </g>
      ))}
      <rect className="ground" height="6" width="936" y={GROUND} />
    </svg>
  );
}

const roofOf = ({ x, width, height }: House): string =>
  `M${x - 5} ${GROUND - height}L${x + width / 2} ${GROUND - height - 26}L${x + width + 5} ${GROUND - height}z`;

const windowsOf = ({ x, width, height, rows, columns }: House) =>
  Array.from({ length: rows * columns }, (_, at) => ({
    x: x + ((at % columns) + 0.5) * (width / columns) - 5,
    y: GROUND - height + 11 + Math.floor(at / columns) * 24,
  }));
