// Every page of the client, each in a file of its own that is fetched when it is first opened.
import type { Component } from 'svelte';

import { match } from './match';

export type Page = Component<Record<string, never>>;
type Load = () => Promise<{ default: Component<Record<string, string>> }>;
/** `door`: open to all and without a desk around it. */
export type Route = { pattern: string; load: Load; door: boolean };

const asPage = (load: () => Promise<{ default: unknown }>): Load => load as Load;

const routes: Route[] = [
  { pattern: '/masuk', load: asPage(() => import('../door/DoorPage.svelte')), door: true },
  {
    pattern: '/daftar-hadir/:agency?/:day?',
    load: asPage(() => import('../sheet/SheetPage.svelte')),
    door: false,
  },
  { pattern: '/sandi', load: asPage(() => import('../door/PasswordPage.svelte')), door: false },
  { pattern: '/wall', load: asPage(() => import('../wall/WallPage.svelte')), door: true },
];

export type Found = Route & { params: Record<string, string> };

/** The page of an address, or null if there is none. */
export function find(path: string): Found | null {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params) return { ...route, params };
  }
  return null;
}
