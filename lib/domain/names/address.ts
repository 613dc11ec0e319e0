/**
 * Lists by ActivityPub name people by the address of their actor alone. Such an address stands for the person where a
 * handle would; the number or key in it is no name, and nobody is asked for, shown or mentioned by it.
 */
export const isAddress = (name: string): boolean => name.includes("://");

/** Whom a list names in a way that somebody else can be reached by. */
export const isNamed = ({ acct }: { readonly acct: string }): boolean => !isAddress(acct);
