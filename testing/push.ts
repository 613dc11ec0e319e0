/** What is kept about a browser is closed with the same seal as tokens: one that a test can open. */
export { makeSeal } from "#lib/signin/seal.ts";
