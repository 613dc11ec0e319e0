/** A text in ICU form, as far as translations are compared: what is filled in, how it is marked up, where it branches. */
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "argument"; readonly name: string }
  | { readonly kind: "tag"; readonly name: string; readonly children: readonly Node[] }
  | {
      readonly kind: "plural" | "select";
      readonly name: string;
      readonly branches: ReadonlyMap<string, readonly Node[]>;
    };

/** Throws where braces or tags do not close. */
export function parseIcu(text: string): readonly Node[] {
  const reader = new Reader(text);
  const nodes = reader.nodes();
  if (!reader.ended) throw new Error(`"${reader.rest}" closes nothing`);
  return nodes;
}

class Reader {
  private at = 0;
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  get ended(): boolean {
    return this.at >= this.source.length;
  }
  get rest(): string {
    return this.source.slice(this.at, this.at + 20);
  }

  /** Up to the brace or the closing tag that ends them. */
  nodes(): readonly Node[] {
    const nodes: Node[] = [];
    while (!this.ended && this.rest[0] !== "}" && !this.rest.startsWith("</")) nodes.push(this.node());
    return nodes;
  }

  private node(): Node {
    if (this.rest[0] === "{") return this.argument();
    const tag = this.take(/<([a-z][\w-]*)>/iy);
    if (tag) return this.tag(tag[1] ?? "");
    const text = this.take(/(?:[^{}<']|'(?![{}<])|'[{}<][^']*'|<(?![/a-z]))+/iy);
    if (!text) throw new Error(`cannot read "${this.rest}"`);
    return { kind: "text", text: text[0] };
  }

  private tag(name: string): Node {
    const children = this.nodes();
    if (!this.take(new RegExp(`</${name}>`, "y"))) throw new Error(`<${name}> does not close`);
    return { kind: "tag", name, children };
  }

  private argument(): Node {
    const begun = this.take(/\{\s*([\w-]+)\s*(?:,\s*(plural|selectordinal|select|number|date|time)\s*)?/y);
    if (!begun) throw new Error(`cannot read "${this.rest}"`);
    const [, name = "", kind] = begun;
    if (kind !== "plural" && kind !== "selectordinal" && kind !== "select") {
      if (!this.take(/(?:,[^{}]*)?\}/y)) throw new Error(`{${name} does not close`);
      return { kind: "argument", name };
    }
    if (!this.take(/,/y)) throw new Error(`{${name}, ${kind}} has no branches`);
    const branches = this.branches(name);
    return { kind: kind === "select" ? "select" : "plural", name, branches };
  }

  private branches(name: string): ReadonlyMap<string, readonly Node[]> {
    const branches = new Map<string, readonly Node[]>();
    for (let key = this.take(/\s*(=?[\w-]+)\s*\{/y); key; key = this.take(/\s*(=?[\w-]+)\s*\{/y)) {
      branches.set(key[1] ?? "", this.nodes());
      if (!this.take(/\}/y)) throw new Error(`a branch of {${name}} does not close`);
    }
    if (!this.take(/\s*\}/y)) throw new Error(`{${name} does not close`);
    return branches;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
