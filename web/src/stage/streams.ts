// A stream for each track that comes: the same one for the same track, so that what is shown goes on.

export class Streams {
  #known = new Map<MediaStreamTrack, MediaStream>();

  of(track: MediaStreamTrack): MediaStream {
    const stream = this.#known.get(track) ?? new MediaStream([track]);
    this.#known.set(track, stream);
    return stream;
  }

  /** Forget all others. */
  keep(tracks: MediaStreamTrack[]): void {
    for (const track of this.#known.keys()) if (!tracks.includes(track)) this.#known.delete(track);
  }
}
