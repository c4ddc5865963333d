import type { Problem } from '../api/problem';
import { t } from '../words/words.svelte';

/** The server's reasons are clauses: "the session is closed". */
const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? '' : '.');

/** What a failed request says to a person: the cause where we know it, else what the server said. */
export function failure(problem: Problem): string {
  if (problem.offline) return t('error.offline');
  if (problem.detail) return sentence(problem.detail);
  if (problem.status === 403) return t('error.forbidden');
  if (problem.status === 404) return t('error.not_found');
  return problem.title || t('error.other', { status: problem.status });
}
