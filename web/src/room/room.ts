// A room of video as it stands, folded from its events, and what to receive of it. Pure: no browser.
import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Room = Schemas['Room'];
export type Member = Schemas['RoomMember'];
export type News = Schemas['RoomNews'];

/** What is received: a stream of somebody's, as the receiver's connection names it. */
export type Received = Schemas['RoomSubscription'];

export type Wish = { feed: string; mid: string };

const EMPTY: Room = { room: '', floor: '', ready: false, records: false, members: [] };

/** The room after an event; what does not change the room gives the same one. */
export function apply(room: Room | undefined, name: string, data: unknown): Room {
  if (name === 'snapshot') return data as Room;
  const before = room ?? EMPTY;
  if (name === 'member') {
    const member = data as Member;
    const known = before.members.some(({ id }) => id === member.id);
    const members = known
      ? before.members.map((each) => (each.id === member.id ? member : each))
      : [...before.members, member];
    return { ...before, members };
  }
  const news = data as News;
  if (name === 'gone') {
    const floor = before.floor === news.member ? '' : before.floor;
    return { ...before, floor, members: before.members.filter(({ id }) => id !== news.member) };
  }
  if (name === 'floor') return { ...before, floor: news.member };
  if (name === 'ready') return { ...before, ready: news.on };
  if (name === 'reset') {
    return { ...before, members: before.members.map((each) => ({ ...each, streams: [] })) };
  }
  if (name === 'recording') return { ...before, records: news.on };
  return before;
}

/** How much is looked at: who is large, how many small pictures fit and rather whose, whether pictures
 *  come at all. */
export type View = { large?: string; small: number; prefer?: string[]; soundOnly: boolean };

/** A size of a picture: 0 small, 1 middle, 2 large; -1 nothing. */
export type Size = -1 | 0 | 1 | 2;

export type Plan = { wishes: Wish[]; size: (feed: string) => Size };

/** Every sound; the large picture, those who moderate, and as many of the others as fit. */
export function plan(room: Room, me: string, view: View): Plan {
  const others = room.members.filter(({ id, streams }) => id !== me && streams.length > 0);
  const large = view.large ?? room.floor;
  const rank = ({ id, rights, hand, talks }: Member) =>
    id === large
      ? 0
      : rights.includes('moderate')
        ? 1
        : talks || hand
          ? 2
          : view.prefer?.includes(id)
            ? 3
            : 4;
  const seen = [...others]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, view.small + 1)
    .map(({ id }) => id);
  const size = (feed: string): Size => {
    if (view.soundOnly || !seen.includes(feed)) return -1;
    if (feed === large) return 2;
    return seen.indexOf(feed) <= 1 ? 1 : 0;
  };
  const wishes = others.flatMap(({ id, streams }) =>
    streams
      .filter(({ medium }) => medium === 'sound' || seen.includes(id))
      .map(({ mid }) => ({ feed: id, mid })),
  );
  return { wishes, size };
}

const same = (wish: Wish, stream: Received) =>
  stream.active && stream.feed === wish.feed && stream.feed_mid === wish.mid;

/** What to begin and to stop receiving, so that what comes is what is wanted. */
export function difference(wanted: Wish[], received: Received[]): { begin: Wish[]; end: Wish[] } {
  return {
    begin: wanted.filter((wish) => !received.some((stream) => same(wish, stream))),
    end: received
      .filter(({ active }) => active)
      .filter((stream) => !wanted.some((wish) => same(wish, stream)))
      .map(({ feed, feed_mid }) => ({ feed, mid: feed_mid })),
  };
}
