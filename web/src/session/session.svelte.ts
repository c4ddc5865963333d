// Who is signed in at this browser. Read once at the start; every page asks here what it may show.
import { answer, asProblem, context, http } from '../api/client';
import type { Government, Permission, Session } from '../api/types';
import { go, path } from '../route/router.svelte';
import { forgetFiles } from './files';
import { forgetAll } from './memory';

class Account {
  /** undefined while unknown, null when nobody is signed in. */
  current = $state.raw<Session | null | undefined>(undefined);
  government = $state.raw<Government | null>(null);

  /** Asks the server who we are; knows nobody when it refuses. Other failures are thrown. */
  async load(): Promise<void> {
    try {
      this.#set(await answer(http.GET('/api/session')));
    } catch (cause) {
      const problem = asProblem(cause);
      if (problem.status !== 401) throw problem;
      this.#set(null);
    }
  }

  async loadGovernment(): Promise<Government> {
    this.government ??= await answer(http.GET('/api/government'));
    return this.government;
  }

  async signIn(account: string, password: string): Promise<void> {
    await answer(http.POST('/api/sessions', { body: { account, password } }));
    await this.load();
  }

  async signOut(): Promise<void> {
    await answer(http.DELETE('/api/session'));
    void forgetFiles();
    forgetAll('head.'); // what was typed about people is not left to the next reader of this browser
    this.#set(null);
    go('/masuk');
  }

  async changePassword(old: string, next: string): Promise<void> {
    await answer(http.PUT('/api/session/password', { body: { old, new: next } }));
    await this.load();
  }

  /** True if the account has the permission. */
  may(permission: Permission): boolean {
    return this.current?.permissions.includes(permission) ?? false;
  }

  #set(current: Session | null): void {
    this.current = current;
    context.csrf = current?.csrf ?? '';
  }
}

export const account = new Account();

/** What the government is called on screens, where there is little room: Kota Jambi. */
export const governmentName = (): string =>
  account.government?.short || account.government?.name || '';

// A session that ends while a page is open leads to the door and back.
context.expired = () => {
  if (account.current && path() !== '/masuk') {
    account.current = null;
    go(`/masuk?ke=${encodeURIComponent(location.pathname + location.search)}`);
  }
};
