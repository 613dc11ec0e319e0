import type { Server } from "../../model.ts";

/** What NodeInfo says beyond the necessary. */
export const about = (server: Server) => ({
  nodeName: server.host,
  nodeDescription: null,
  nodeAdmins: [{ name: null, email: server.settings.contact ?? null }],
  maintainer: { name: null, email: server.settings.contact ?? null },
  langs: server.settings.languages,
  tosUrl: null,
  privacyPolicyUrl: null,
  inquiryUrl: null,
  impressumUrl: null,
  disableRegistration: server.settings.signUp !== "open",
  disableLocalTimeline: false,
  disableGlobalTimeline: false,
  emailRequiredForSignup: false,
  maxNoteTextLength: 3000,
  enableEmail: false,
  enableServiceWorker: false,
  themeColor: "#86b300",
});

/** With everybody, with some, with nobody: since 2024.11. With whom, only those who run it can read. */
const federationOf = ({ settings, allows }: Server) =>
  settings.limited ? (allows.length > 0 ? "specified" : "none") : "all";

/** The server about itself, without a word on whom it blocks. */
export const meta = (server: Server) => ({
  maintainerName: null,
  maintainerEmail: server.settings.contact ?? null,
  version: server.version,
  name: server.host,
  shortName: null,
  uri: `https://${server.web}`,
  description: null,
  langs: server.settings.languages,
  tosUrl: null,
  disableRegistration: server.settings.signUp !== "open",
  emailRequiredForSignup: false,
  maxNoteTextLength: 3000,
  enableEmail: false,
  serverRules: [],
  policies: {},
  mediaProxy: `https://${server.web}/proxy`,
  ...(server.version.startsWith("2024.") ? {} : { federation: federationOf(server) }),
});
