import type { ReactNode } from "react";
import { displayHost } from "#lib/domain/names/host.ts";

/** A name that came from elsewhere, kept from turning the text around it. */
export const Name = ({ children }: { children: ReactNode }) => <bdi className="name">{children}</bdi>;

export const Address = ({ acct }: { acct: string }) => {
  const at = acct.lastIndexOf("@");
  return (
    <bdi className="address" dir="ltr">
      @{acct.slice(0, at)}
      <wbr />@{displayHost(acct.slice(at + 1)).shown}
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

export const serverOf = (acct: string): string => acct.slice(acct.lastIndexOf("@") + 1);
export const userOf = (acct: string): string => acct.slice(0, acct.lastIndexOf("@"));

/** The tags that the texts of the page may use. */
export const TAGS = {
  b: (words: ReactNode) => <b>{words}</b>,
  code: (words: ReactNode) => <code dir="ltr">{words}</code>,
};
