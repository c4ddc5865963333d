import type { Agency } from '../api/types';

export type Node<A> = { agency: A; depth: number };

/** The agencies with their depth. The server sends them in the order of the tree, parents first. */
export function withDepth<A extends Pick<Agency, 'code' | 'parent'>>(agencies: A[]): Node<A>[] {
  const depths = new Map<string, number>();
  return agencies.map((agency) => {
    const above = agency.parent ? depths.get(agency.parent) : undefined;
    const depth = above === undefined ? 0 : above + 1;
    depths.set(agency.code, depth);
    return { agency, depth };
  });
}

/** Those whose name, short name or code holds every word of the text. */
export function matching<A extends Pick<Agency, 'code' | 'name' | 'short'>>(
  nodes: Node<A>[],
  text: string,
): Node<A>[] {
  const words = text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  if (words.length === 0) return nodes;
  return nodes.filter(({ agency }) => {
    const all = `${agency.name} ${agency.short} ${agency.code}`.toLocaleLowerCase('id');
    return words.every((word) => all.includes(word));
  });
}
