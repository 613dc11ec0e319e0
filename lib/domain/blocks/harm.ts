/**
 * Reasons that no letter argues with. An admin who blocks a server to keep people from harm is not asked by a stranger
 * whether it still applies. Stems by language; a reason in a script without a row counts as harm, because it was not understood.
 */
const HARM: Readonly<Record<string, string>> = {
  en: "harass|stalk|dox|brigad|bully|bullie|abus|hate|hatred|racis|sexis|nazi|fascis|bigot|phobi|supremac|antisemit|slur|threat|troll|terf|spam|scam|phish|malware|bot ?farm|csa|csem|child|minor|underage|loli|shota|pedo|paedo|nonconsens|non-consens|revenge|gore|terror|illegal|unlawful|crime|criminal|extremis|violen|rape|zoo",
  de: "belästig|hetze|hass|rassis|sexis|faschis|rechtsextrem|antisemit|bedroh|gewalt|kinderp|missbrauch|illegal|strafbar|verboten|betrug",
  fr: "harcel|harcèl|haine|haineu|racis|raciste|fascis|menace|violen|pédo|pedo|illég|illeg|arnaque|pourriel|abus",
  es: "acos|odio|racis|fascis|amenaz|violen|pedo|ilegal|estafa|abus|infantil",
  pt: "assédi|assedi|ódio|odio|racis|fascis|ameaç|violên|ilegal|golpe|infantil",
  it: "molest|odio|razzis|fascis|minacc|violenz|illegal|truff|pedo",
  nl: "haat|racis|lastig|pest|bedreig|geweld|kinder|illegaal|oplicht|misbruik",
  ja: "嫌がらせ|ハラスメント|ヘイト|差別|スパム|詐欺|違法|児童|荒らし|脅迫|暴力|ロリ|ショタ",
  zh: "骚扰|騷擾|仇恨|歧视|歧視|垃圾|诈骗|詐騙|违法|違法|儿童|兒童|暴力",
  ko: "괴롭|혐오|차별|스팸|사기|불법|아동|폭력",
  ru: "травл|ненавист|расиз|фашиз|спам|мошен|незаконн|детск|угроз|насили",
};

const STEMS = new RegExp(Object.values(HARM).join("|"), "iu");
// Lengthening marks and the like belong to several scripts and say nothing.
const UNREADABLE =
  /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Lm}])\p{L}/u;

/** All that is kept of a reason somebody published. */
export const harmIn = (reason: string | null | undefined): { readonly harm?: true } =>
  reason && namesHarm(reason) ? { harm: true } : {};

/** All reasons of the longest lists in use are a third of it. */
const MOST_OF_A_LIST = 1_000_000;

/** For the reasons of one whole list, of which a server may send megabytes: what is beyond measure counts as not understood. */
export function harmReader(): typeof harmIn {
  let left = MOST_OF_A_LIST;
  return (reason) => {
    left -= reason?.length ?? 0;
    return reason && left < 0 ? { harm: true } : harmIn(reason);
  };
}

/** Nobody reads a longer one to its end, so it counts as not understood. */
const LONGEST_REASON = 4_000;

export function namesHarm(reason: string): boolean {
  if (reason.length > LONGEST_REASON) return true;
  const plain = reason.normalize("NFKC");
  // One letter may have become eighteen.
  return plain.length > LONGEST_REASON || STEMS.test(plain) || UNREADABLE.test(plain);
}
