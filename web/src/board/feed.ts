// Follows the server's event stream for as long as it is wanted: reconnects by itself with growing
// waits, asks for what it missed by the id of the last event, drops a connection that went silent.
import { SILENCE_MS, backoff } from './age';
import { EventReader, type StreamEvent } from './events';

export type Listener = {
  event: (event: StreamEvent) => void;
  /** The server said something, if only that it is still there. */
  heard?: () => void;
  /** The server refused (401, 403, 404): trying again would not help. The feed has stopped. */
  refused: (status: number) => void;
};

/** Starts following; the returned function stops it. */
export function follow(url: string, listener: Listener): () => void {
  const stop = new AbortController();
  void run(url, listener, stop.signal);
  return () => stop.abort();
}

async function run(url: string, listener: Listener, stop: AbortSignal): Promise<void> {
  let lastId = '';
  for (let attempt = 0; !stop.aborted; attempt++) {
    const status = await once(url, lastId, stop, listener.heard, (event) => {
      attempt = 0;
      lastId = event.id || lastId;
      listener.event(event);
    });
    if (stop.aborted) return;
    if ([401, 403, 404].includes(status)) return listener.refused(status);
    await pause(backoff(attempt), stop);
  }
}

/** One connection, from its request to its end. Gives the status, 0 for a line that failed. */
async function once(
  url: string,
  lastId: string,
  stop: AbortSignal,
  heard: (() => void) | undefined,
  event: (event: StreamEvent) => void,
): Promise<number> {
  const cut = new AbortController();
  const abort = () => cut.abort();
  stop.addEventListener('abort', abort);
  let silence = setTimeout(abort, SILENCE_MS);
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastId) headers['Last-Event-ID'] = lastId;
    const response = await fetch(url, { headers, signal: cut.signal, cache: 'no-store' });
    if (!response.ok || !response.body) return response.status;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const events = new EventReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return response.status;
      clearTimeout(silence);
      silence = setTimeout(abort, SILENCE_MS);
      heard?.();
      for (const each of events.push(decoder.decode(value, { stream: true }))) event(each);
    }
  } catch {
    return 0; // the line was cut: the caller waits and comes back
  } finally {
    clearTimeout(silence);
    stop.removeEventListener('abort', abort);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
