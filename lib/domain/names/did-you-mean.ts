import { splitAcct } from "./acct.ts";

/** Two slips at most: beyond that another name is meant as often. */
const MOST_SLIPS = 2;
const LONGEST = 100;
/** Where many people are. Names alone: nothing is asked there. */
const LARGE_SERVERS = (
  "mastodon.social mastodon.online mstdn.social mas.to fosstodon.org hachyderm.io infosec.exchange chaos.social " +
  "troet.cafe mstdn.jp pawoo.net mastodon.world techhub.social norden.social mastodon.nl mastodon.uno piaille.fr " +
  "mathstodon.xyz social.vivaldi.net universeodon.com mastodon.art fediscience.org misskey.io pixelfed.social"
).split(" ");

/** The address that was probably meant, among those this device knows and the names of large servers. */
export function didYouMean(acct: string, known: readonly string[]): string | null {
  const typed = acct.toLowerCase();
  const whole = nearest(typed, known);
  if (whole) return whole;
  const [user, host] = splitAcct(typed);
  const server = nearest(host, [...known.map((each) => splitAcct(each)[1]), ...LARGE_SERVERS]);
  return server ? `${user}@${server}` : null;
}

function nearest(text: string, names: readonly string[]): string | null {
  if (text.length > LONGEST || names.includes(text)) return null;
  const near = names
    .map((name) => ({ name, slips: slipsBetween(text, name) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .toSorted((one, other) => one.slips - other.slips);
  const [best, next] = near;
  // Two that are as near: neither is offered.
  return best && (next === undefined || next.slips > best.slips || next.name === best.name) ? best.name : null;
}

/** Letters left out, added, changed, or two beside each other swapped. */
function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_SLIPS) return MOST_SLIPS + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 0; row < one.length; row += 1) {
    const now = [row + 1];
    for (let at = 1; at <= other.length; at += 1) {
      const change = (last[at - 1] ?? 0) + (one[row] === other[at - 1] ? 0 : 1);
      const swap = isSwapped(one, row, other, at) ? (before[at - 2] ?? 0) + 1 : change;
      now.push(Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, change, swap));
    }
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

const isSwapped = (one: string, row: number, other: string, at: number): boolean =>
  at > 1 && row > 0 && one[row] === other[at - 2] && one[row - 1] === other[at - 1];
