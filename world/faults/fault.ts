import type { ServerResponse } from "node:http";
import type { CertificateKind } from "../serve/certs.ts";
import type { Asked, Reply } from "../software/common/reply.ts";

/** What a fault may use: where traps lie. */
export type Surroundings = {
  /** A port on loopback where every visit is counted. */
  readonly canaryPort: number;
};

/** Where the server with the fault answers. */
type Place = { readonly web: string };

export type Fault = {
  /** Dead for the other servers as well: nothing that is sent there arrives. */
  readonly down?: true;
  readonly certificate?: CertificateKind;
  /** Lets a greeting go unanswered, or answers it with an alarm. */
  readonly greeting?: "silence" | "alarm";
  /** Nobody listens where the name leads. */
  readonly nowhere?: true;
  /** The question, misheard. */
  readonly mishear?: (asked: Asked) => Asked;
  /** Instead of the answer. */
  readonly instead?: (asked: Asked, server: Place, surroundings: Surroundings) => Reply | undefined;
  /** The answer, changed. */
  readonly change?: (reply: Reply, asked: Asked, server: Place, surroundings: Surroundings) => Reply;
  /** Takes over the connection. */
  readonly pour?: (res: ServerResponse, reply: Reply) => void;
};
