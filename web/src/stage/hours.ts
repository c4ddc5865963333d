// When the room of video of an inspection may be entered: while it is open, and before that on its day.
import type { Inspection } from '../inspection/types';
import { type Moment, local } from '../format/time';
import { mediumOf } from '../plan/plan';

export function hasVideo(
  head: Pick<Inspection, 'state' | 'day' | 'medium'> | undefined,
  now: Moment | null,
): boolean {
  if (!head || mediumOf(head.medium) !== 'room') return false;
  return head.state === 'open' || (head.state === 'planned' && !!now && local(now)[0] === head.day);
}
