// The pages of a signed recap: chosen, seen, and sent one after the other before the figures that lock
// the paper. They are kept in this browser until the server has them, and sent again when the line is
// back; the server knows a page that it has already.
import { asProblem } from '../api/client';
import { Problem } from '../api/problem';
import { backoff } from '../board/age';
import { keepFiles, keptFiles } from '../session/files';
import { mostBytes, shrink } from '../upload/shrink';
import { upload } from '../upload/upload';

export const mostPages = 10;

export type Page = { id: number; file: Blob; url: string; problem: Problem | null };
export type Figures = Record<string, unknown> & { agency: string; paper: number };
/** Who gives a signed recap: the head, or the team that reads it in the agency's place. */
export type RecapGiver = {
  readonly paper: Paper;
  readonly canSplit: boolean;
  giveRecap(paper: number, figures: Record<string, unknown>): void;
};
type Kept = { files: Blob[]; figures: Figures | null };

export class Paper {
  pages = $state.raw<Page[]>([]);
  /** Signed: they follow the last page. Null while the paper is being prepared. */
  figures = $state.raw<Figures | null>(null);
  /** How much of the page on its way has gone, 0 to 1; null when none is. */
  part = $state<number | null>(null);
  cut = $state(false);
  sent = $state(0);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #last = 0;

  constructor(
    readonly inspection: string,
    readonly key: string,
    /** All pages are with the server: now the figures. */
    readonly done: (figures: Figures) => void,
  ) {}

  /** Reads what was kept, and sends it, now and whenever the line is back. */
  start(): () => void {
    const again = () => ((this.#attempt = 0), void this.#next());
    addEventListener('online', again);
    void this.#read();
    return () => {
      removeEventListener('online', again);
      clearTimeout(this.#timer);
      for (const { url } of this.pages) URL.revokeObjectURL(url);
      this.pages = [];
    };
  }

  /** Takes files in, made smaller; what is too large is said at once. */
  async add(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      if (this.pages.length >= mostPages) break;
      this.#put(await shrink(file));
    }
    this.#keep();
  }

  remove(id: number): void {
    const gone = this.pages.find((page) => page.id === id);
    if (gone) URL.revokeObjectURL(gone.url);
    this.pages = this.pages.filter((page) => page !== gone);
    this.#keep();
  }

  /** The paper is signed: its pages go, then its figures. */
  send(figures: Figures): void {
    this.figures = figures;
    this.#attempt = 0;
    this.#keep();
    void this.#next();
  }

  async #read(): Promise<void> {
    const kept = await keptFiles<Kept>(this.key);
    if (!kept || this.pages.length > 0) return;
    kept.files.forEach((file) => this.#put(file));
    this.figures = kept.figures;
    void this.#next();
  }

  #put(file: Blob): void {
    const large = file.size > mostBytes ? new Problem(413, 'too_large', '', 'file') : null;
    const page = { id: ++this.#last, file, url: URL.createObjectURL(file), problem: large };
    this.pages = [...this.pages, page];
  }

  #keep(): void {
    const files = this.pages.map(({ file }) => file);
    const kept: Kept = { files, figures: this.figures && { ...this.figures } };
    void keepFiles(this.key, files.length > 0 || this.figures ? kept : undefined);
  }

  async #next(): Promise<void> {
    clearTimeout(this.#timer);
    const { figures } = this;
    if (!figures || this.part !== null) return;
    const page = this.pages[0];
    if (!page) return this.#finish(figures);
    if (this.pages.some(({ problem }) => problem)) return this.#stop();
    this.part = 0;
    try {
      const path = `/api/inspections/${encodeURIComponent(this.inspection)}/agencies/${encodeURIComponent(figures.agency)}/recap-pages`;
      await upload(path, page.file, (part) => (this.part = part));
      this.#attempt = 0;
      this.cut = false;
      this.sent++;
      this.part = null;
      this.remove(page.id);
    } catch (cause) {
      this.part = null;
      if (this.#failed(page, asProblem(cause))) return;
    }
    void this.#next();
  }

  /** True when it is tried again later. */
  #failed(page: Page, problem: Problem): boolean {
    if (problem.offline || problem.status === 429 || problem.status >= 500) {
      this.cut = true;
      this.#timer = setTimeout(() => void this.#next(), backoff(this.#attempt++));
      return true;
    }
    this.cut = false;
    this.pages = this.pages.map((one) => (one.id === page.id ? { ...one, problem } : one));
    return false;
  }

  /** A page was refused: the paper goes back to its head. */
  #stop(): void {
    this.figures = null;
    this.#keep();
  }

  #finish(figures: Figures): void {
    this.figures = null;
    this.sent = 0;
    this.#keep();
    this.done(figures);
  }
}
