/** Lower-case ASCII (punycode). */
export type Host = string;
/** `user@host`, lower case, host in ASCII. */
export type Acct = string;
/** Which of the servers that stand for "new" is meant: its lower-case host. Exactly one in a moved check. */
export type TargetKey = string;
