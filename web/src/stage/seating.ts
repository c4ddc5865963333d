// Who sits in the room and who is looked at. Pure: the room as told in, seats out.
import { type Seat, type Shown, vacantSeat } from '../inspection/seats';
import type { Member, Room } from '../room/room';

/** What is seen of a member: the stream of each of his pictures that comes. */
export type Pictures = (member: string, mid: string) => MediaStream | null;

/** What one sends oneself. */
export type Own = { camera: MediaStream | null; screen: MediaStream | null; microphone: boolean };

const shares = ({ streams }: Member) => streams.some(({ about }) => about === 'screen');
const pictured = ({ streams }: Member) => streams.some(({ medium }) => medium === 'picture');

/** Those of the room, without who waits outside. */
export const present = (room: Room): Member[] => room.members.filter(({ waits }) => !waits);

/** Who waits to be let in. */
export const lobby = (room: Room): Member[] => room.members.filter(({ waits }) => waits);

export const hands = (room: Room): Member[] => present(room).filter(({ hand }) => hand);

/** Who speaks for an agency: of several the one who has the floor, or is seen, or came first. */
export function memberFor(room: Room, agency: string): Member | null {
  const those = agency ? present(room).filter(({ tag }) => tag === agency) : [];
  const sending = ({ streams }: Member) => streams.length > 0;
  return (
    those.find(({ id }) => id === room.floor) ??
    those.find(pictured) ??
    those.find(sending) ??
    those[0] ??
    null
  );
}

/** Who is large: who shows a screen and may, has the floor, is called, or, to those who do not lead, leads; never
 *  the reader. */
export function largeOf(room: Room, me: string, called: string): Member | null {
  const others = present(room).filter(({ id }) => id !== me);
  const leads = ({ rights }: Member) => rights.includes('moderate');
  // An agency's screen is looked at while it is its turn; that of a leader or of the team always.
  const inTurn = ({ id, tag }: Member) => !tag || id === room.floor || tag === called;
  const isLed = !room.members.some((member) => member.id === me && leads(member));
  return (
    (others.find((member) => shares(member) && inTurn(member)) ??
      others.find(({ id }) => id === room.floor) ??
      memberFor({ ...room, members: others }, called) ??
      (isLed && others.find(leads))) ||
    null
  );
}

/** His pictures, the screen first; one of a camera that he has switched off is on its way out. */
const picturesOf = ({ streams, camera }: Member) =>
  streams
    .filter(({ medium, about }) => medium === 'picture' && (camera || about === 'screen'))
    .sort((a, b) => Number(b.about === 'screen') - Number(a.about === 'screen'));

/** Whether he can be heard: sent, switched on, and silenced by nobody. */
export const microphoneOf = ({ streams, muted, microphone }: Member): boolean =>
  microphone && !muted.includes('sound') && streams.some(({ medium }) => medium === 'sound');

function shownOf(member: Member, stream: MediaStream | null, looked: boolean): Shown {
  if (stream) return 'video';
  if (picturesOf(member).length > 0) return looked ? 'connecting' : 'none';
  return microphoneOf(member) ? 'voice' : 'none';
}

function seatOf(member: Member, pictures: Pictures, soundOnly: boolean): Seat {
  const [first] = picturesOf(member);
  const stream = first && !soundOnly ? pictures(member.id, first.mid) : null;
  return {
    ...vacantSeat(member.id, member.name),
    agency: member.tag,
    shown: shownOf(member, stream, !soundOnly),
    stream,
    screen: first?.about === 'screen',
    microphone: microphoneOf(member),
    quality: member.quality,
    speaking: member.talks,
    hand: member.hand,
  };
}

function ownSeat(member: Member, name: string, own: Own): Seat {
  const stream = own.screen ?? own.camera;
  return {
    ...vacantSeat(member.id, name),
    agency: member.tag,
    shown: stream ? 'video' : own.microphone ? 'voice' : 'none',
    stream,
    screen: own.screen !== null,
    microphone: own.microphone && !member.muted.includes('sound'),
    quality: member.quality,
    hand: member.hand,
    own: true,
  };
}

/** The seats of a room: the reader first, then those who lead, who raise a hand, who are seen. */
export function seatsOf(
  room: Room,
  me: string,
  {
    yourself,
    own,
    pictures,
    soundOnly,
  }: {
    yourself: string;
    own: Own;
    pictures: Pictures;
    soundOnly: boolean;
  },
): Seat[] {
  const rank = (member: Member, seat: Seat) => {
    if (seat.own) return 0;
    if (member.rights.includes('moderate')) return 1;
    return member.hand ? 2 : seat.stream ? 3 : member.streams.length > 0 ? 4 : 5;
  };
  return present(room)
    .filter(({ id, rights }) => id !== me || rights.includes('publish'))
    .map((member) => {
      const mine = member.id === me;
      const seat = mine ? ownSeat(member, yourself, own) : seatOf(member, pictures, soundOnly);
      return { seat, rank: rank(member, seat) };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ seat }) => seat);
}

/** How an agency stands in the room of video, for the queue. */
export type Presence = 'picture' | 'sound' | 'there' | 'away';

export function presenceOf(room: Room, agency: string): Presence {
  const member = memberFor(room, agency);
  if (!member) return 'away';
  if (pictured(member)) return 'picture';
  return member.streams.length > 0 ? 'sound' : 'there';
}
