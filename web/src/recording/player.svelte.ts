// One clock for many films: each is set to the recording's instant, and the clock waits for those that
// have not come yet.
import { nextThere, type Film, type Recording } from './timeline';

const TICK_MS = 100;
/** A film may be off by so much before it is set right: a seek costs more than it is worth. */
const SLACK_MS = 350;
/** So long the clock waits for a film that does not come. */
const PATIENCE_MS = 8000;

export const paces = [0.75, 1, 1.25, 1.5, 2] as const;

export class Player {
  at = $state(0);
  playing = $state(false);
  waiting = $state(false);
  pace = $state(1);
  readonly #recording: Recording;
  #running: { element: HTMLMediaElement; film: Film }[] = [];
  #ticked = 0;
  #waited = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  /** Runs the clock until the page is left. */
  start(): () => void {
    this.#ticked = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    return () => clearInterval(this.#timer);
  }

  toggle(): void {
    if (!this.playing && this.at >= this.#recording.lasts) this.at = 0;
    this.playing = !this.playing;
    this.#setAll();
  }

  seek(at: number): void {
    this.at = Math.min(Math.max(0, at), this.#recording.lasts);
    this.#waited = 0;
    for (const { element, film } of this.#running) this.#set(element, film);
  }

  setPace(pace: number): void {
    this.pace = pace;
    this.#setAll();
  }

  /** For `use:`: this element plays that film for as long as it is there. */
  readonly plays = (element: HTMLMediaElement, film: Film): { destroy: () => void } => {
    const ready = () => this.#set(element, film);
    this.#running.push({ element, film });
    element.addEventListener('loadedmetadata', ready);
    return {
      destroy: () => {
        element.removeEventListener('loadedmetadata', ready);
        element.pause();
        this.#running = this.#running.filter((one) => one.element !== element);
      },
    };
  };

  #setAll(): void {
    for (const { element, film } of this.#running) this.#follow(element, film);
  }

  #set(element: HTMLMediaElement, film: Film): void {
    element.currentTime = Math.max(0, this.at - film.from) / 1000;
    this.#follow(element, film);
  }

  #follow(element: HTMLMediaElement, film: Film): void {
    const wanted = (this.at - film.from) / 1000;
    element.playbackRate = this.pace;
    const off = Math.abs(element.currentTime - wanted) * 1000;
    if (!element.seeking && off > SLACK_MS * this.pace && wanted < film.lasts / 1000) {
      element.currentTime = Math.max(0, wanted);
    }
    if (this.playing && !this.waiting && element.paused && !element.ended) {
      void element.play().catch(() => undefined);
    }
    if ((!this.playing || this.waiting) && !element.paused) element.pause();
  }

  #lacks(): boolean {
    return this.#running.some(
      ({ element }) =>
        !element.error && !element.ended && (element.seeking || element.readyState < 3),
    );
  }

  #tick(): void {
    const now = performance.now();
    const passed = now - this.#ticked;
    this.#ticked = now;
    if (!this.playing) return;
    const lacks = this.#lacks();
    this.#waited = lacks ? this.#waited + passed : 0;
    this.waiting = lacks && this.#waited < PATIENCE_MS;
    if (!this.waiting) this.at = nextThere(this.#recording, this.at + passed * this.pace);
    if (this.at >= this.#recording.lasts) [this.at, this.playing] = [this.#recording.lasts, false];
    this.#setAll();
  }
}
