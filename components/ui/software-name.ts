/** NodeInfo has names in small letters; these are how their makers write them. Any other is a stranger's text and stays as it is. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ mastodon: "Mastodon", gotosocial: "GoToSocial", misskey: "Misskey", sharkey: "Sharkey", firefish: "Firefish" },
  ...{ iceshrimp: "Iceshrimp", cherrypick: "CherryPick", foundkey: "FoundKey", pleroma: "Pleroma", akkoma: "Akkoma" },
  ...{ friendica: "Friendica", hubzilla: "Hubzilla", pixelfed: "Pixelfed", peertube: "PeerTube", lemmy: "Lemmy" },
  ...{ mbin: "Mbin", piefed: "PieFed", bookwyrm: "BookWyrm", wordpress: "WordPress", writefreely: "WriteFreely" },
  ...{ ghost: "Ghost", hollo: "Hollo", mitra: "Mitra", takahe: "Takahē", loops: "Loops", owncast: "Owncast" },
  ...{ nodebb: "NodeBB", hometown: "Hometown", fedibird: "Fedibird", kmyblue: "kmyblue", snac: "snac" },
};

export const softwareName = (name: string): string =>
  (Object.hasOwn(NAMES, name.toLowerCase()) && NAMES[name.toLowerCase()]) || name;
