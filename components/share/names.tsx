import type { ReactNode } from "react";
import type { PublicAccount } from "#lib/contract/share.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";

/** A name that came from elsewhere, kept from turning the text around it. */
export const Name = ({ children }: { children: ReactNode }) => <bdi className="name">{children}</bdi>;

export const nameOf = ({ display, acct }: PublicAccount): string => display ?? userOf(acct);

export const Address = ({ acct }: { acct: string }) => {
  const { user, host } = displayAcct(acct);
  return (
    <bdi className="address" dir="ltr">
      @{user}
      <wbr />@{host.shown}
    </bdi>
  );
};

/** A host in bold, in its own letters where these mislead nobody, and as browsers show it beside. */
export const HostName = ({ host }: { host: string }) => {
  const { shown, ascii } = displayHost(host);
  return (
    <strong className="host">
      <bdi dir="ltr">{shown}</bdi>
      {shown === ascii ? null : <span className="ascii"> ({ascii})</span>}
    </strong>
  );
};

export type Tags = Readonly<Record<string, (words: ReactNode) => ReactNode>>;

/** The tags that the texts of the page may use. */
export const TAGS = {
  b: (words: ReactNode) => <b>{words}</b>,
  code: (words: ReactNode) => <code dir="ltr">{words}</code>,
};
