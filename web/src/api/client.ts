// The one way to the server: typed by the schema, repeating the session's token on every write and
// asking for the reader's language. Every failure arrives as a Problem.
import createClient, { type Middleware } from 'openapi-fetch';

import { Problem, problemFrom } from './problem';
import type { paths } from './schema';

/** What the client must know of the session; filled by session/, read at each request. */
export const context = {
  csrf: '',
  language: 'id',
  expired: (): void => undefined,
};

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', context.language);
    if (request.method !== 'GET' && context.csrf) {
      request.headers.set('X-Hadir-Csrf', context.csrf);
    }
    return request;
  },
};

// Where a route also gives a file, this client reads the JSON.
const http = createClient<paths, 'application/json'>({ baseUrl: location.origin });
http.use(headers);

export { http };

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer, or a Problem thrown. An expired session is told to the shell as well. */
export async function answer<T>(request: Promise<Answer<T>>): Promise<T> {
  const result = await request.catch((cause: unknown) => {
    throw new Problem(0, 'offline', String(cause));
  });
  if (!result.response.ok) {
    if (result.response.status === 401) context.expired();
    throw problemFrom(result.response.status, result.error);
  }
  return result.data as T;
}

/** Any thrown thing as a Problem, so that a page has one kind of failure to show. */
export function asProblem(cause: unknown): Problem {
  return cause instanceof Problem ? cause : new Problem(-1, 'client', String(cause));
}
