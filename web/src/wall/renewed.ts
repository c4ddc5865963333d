import { answer, http } from '../api/client';

const EVERY_MS = 300_000;

/** Asks now and then which version the server is; loads the page anew when it is another and the figures
 *  come in. The returned function stops asking. */
export function renewed(healthy: () => boolean): () => void {
  let first = '';
  const ask = async (): Promise<void> => {
    const { version } = await answer(http.GET('/api/government'));
    first ||= version;
    if (version !== first && healthy()) location.reload();
  };
  const quietly = () => void ask().catch(() => undefined); // the feed tells if the line is cut
  quietly();
  const timer = setInterval(quietly, EVERY_MS);
  return () => clearInterval(timer);
}
