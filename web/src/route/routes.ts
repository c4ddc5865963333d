// Every page of the client, each in a file of its own that is fetched when it is first opened.
import type { Component } from 'svelte';

import { match } from './match';

type Load = () => Promise<{ default: Component<Record<string, string>> }>;
/** `door`: open to all and without a desk around it. */
export type Route = { pattern: string; load: Load; door: boolean };

const page = (pattern: string, load: () => Promise<{ default: unknown }>, door = false): Route => ({
  pattern,
  load: load as Load,
  door,
});

const routes: Route[] = [
  page('/masuk', () => import('../door/DoorPage.svelte'), true),
  page('/wall', () => import('../wall/WallPage.svelte'), true),
  page('/daftar-hadir/:agency?/:day?', () => import('../sheet/SheetPage.svelte')),
  page('/mesin', () => import('../terminals/TerminalsPage.svelte')),
  page('/rekap', () => import('../recap/RecapPage.svelte')),
  page('/dinding', () => import('../walls/WallsPage.svelte')),
  page('/ui', () => import('../guide/GuidePage.svelte')),
  page('/sandi', () => import('../door/PasswordPage.svelte')),
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
