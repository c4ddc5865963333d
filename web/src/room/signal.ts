// The requests of a room: its routes, typed by the schema. What happens comes by the feed instead.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';
import type { Received, Size, Wish } from './room';

type Schemas = components['schemas'];

export type Order = Schemas['RoomOrder'];
export type Place = { room: string; member: string };
export type Connection = 'publish' | 'watch';
export type SwitchedOn = { microphone: boolean; camera: boolean };
export type Joined = Place & { iceServers: RTCIceServer[] };

/** Enter with a ticket. */
export async function join(room: string, ticket: string): Promise<Joined> {
  const path = { room };
  const joined = await answer(
    http.POST('/api/rooms/{room}/members', { params: { path }, body: { ticket } }),
  );
  return { room, member: joined.member, iceServers: joined.ice_servers };
}

export const streamOf = ({ room, member }: Place) =>
  `/api/rooms/${encodeURIComponent(room)}/members/${encodeURIComponent(member)}/stream`;

export function signalsOf(place: Place) {
  const params = { path: place };
  return {
    leave: () => answer(http.DELETE('/api/rooms/{room}/members/{member}', { params })),
    publish: (body: { sdp: string; screen?: string; fresh?: boolean }) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/publish', { params, body })),
    unpublish: () => answer(http.DELETE('/api/rooms/{room}/members/{member}/publish', { params })),
    watch: (body: {
      subscribe?: Wish[];
      unsubscribe?: Wish[];
      restart?: boolean;
      fresh?: boolean;
    }): Promise<{ sdp: string; streams: Received[] }> =>
      answer(http.POST('/api/rooms/{room}/members/{member}/watch', { params, body })),
    answer: (sdp: string) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/answer', { params, body: { sdp } })),
    layers: (streams: { mid: string; size: Size }[]) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/layers', { params, body: { streams } })),
    candidate: (connection: Connection, given: RTCIceCandidate | null) => {
      const body = {
        connection,
        candidate: given?.candidate ?? '',
        ...(given?.sdpMid && { mid: given.sdpMid }),
        ...(given?.sdpMLineIndex && { line: given.sdpMLineIndex }),
      };
      return answer(http.POST('/api/rooms/{room}/members/{member}/candidates', { params, body }));
    },
    hand: (raised: boolean) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/hand', { params, body: { raised } })),
    say: (text: string) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/sayings', { params, body: { text } })),
    presence: (quality: number, soundOnly: boolean, on: SwitchedOn) => {
      const body = { quality, sound_only: soundOnly, ...on };
      return answer(http.POST('/api/rooms/{room}/members/{member}/presence', { params, body }));
    },
    order: (body: Order) =>
      answer(http.POST('/api/rooms/{room}/members/{member}/orders', { params, body })),
  };
}

export type Signals = ReturnType<typeof signalsOf>;
