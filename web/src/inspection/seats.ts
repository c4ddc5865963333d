// A seat of the video room, as screens draw it. The stage (stage/) fills them; without video there are
// none, and the session goes on by calls, statements and figures.

/** What is to be seen of somebody: a moving picture, a voice alone, nothing of one who is there, nobody
 *  yet, or a line that is being made. */
export type Shown = 'video' | 'voice' | 'none' | 'away' | 'connecting';

export type Seat = {
  id: string;
  /** The code of the agency that sits here; empty for the leader, the team and officials. */
  agency: string;
  /** What stands under the picture: an agency, or a person's post. */
  name: string;
  /** Who speaks for it, if that is another. */
  about: string;
  shown: Shown;
  stream: MediaStream | null;
  /** The stream is a shared screen, of which nothing may be cut off. */
  screen: boolean;
  /** Null where it is not known. */
  microphone: boolean | null;
  /** 0 the worst to 4 the best; null where it is not measured. */
  quality: number | null;
  speaking: boolean;
  hand: boolean;
  /** The reader's own picture, which is shown mirrored and never heard. */
  own: boolean;
};

/** A seat of which only a name is known. */
export const vacantSeat = (id: string, name: string, about = '', shown: Shown = 'none'): Seat => ({
  id,
  agency: id,
  name,
  about,
  shown,
  stream: null,
  screen: false,
  microphone: null,
  quality: null,
  speaking: false,
  hand: false,
  own: false,
});
