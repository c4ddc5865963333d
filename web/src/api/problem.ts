/** What a request that failed says: RFC 9457, or a line that was cut before an answer came. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly field: string | undefined = undefined,
    readonly title: string = '',
  ) {
    super(detail || title || code);
  }

  /** No answer at all: the network, not the server, failed. */
  get offline(): boolean {
    return this.status === 0;
  }
}

/** Reads the body of a refused request; anything that is no problem document keeps its status only. */
export function problemFrom(status: number, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined);
  return new Problem(
    status,
    text('code') ?? `http_${status}`,
    text('detail') ?? '',
    text('field'),
    text('title'),
  );
}
