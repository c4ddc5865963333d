// Every page of the client, each in a file of its own that is fetched when it is first opened.
import type { Component } from 'svelte';

import { match } from './match';

type Load = () => Promise<{ default: Component<Record<string, string>> }>;
/** What stands around a page: the desk; nothing, for a room that needs the whole screen (`bare`); or
 *  nothing and nobody is asked who they are: at the door, or in the open, where it is not even looked
 *  whether somebody is signed in (`door`, `open`). */
type Around = 'desk' | 'bare' | 'door' | 'open';
export type Route = { pattern: string; load: Load; around: Around };

const page = (
  pattern: string,
  load: () => Promise<{ default: unknown }>,
  around: Around = 'desk',
): Route => ({ pattern, load: load as Load, around });

const routes: Route[] = [
  page('/masuk', () => import('../door/DoorPage.svelte'), 'door'),
  page('/wall', () => import('../wall/WallPage.svelte'), 'door'),
  page('/daftar-hadir/:agency?/:day?', () => import('../sheet/SheetPage.svelte')),
  page('/mesin', () => import('../terminals/TerminalsPage.svelte')),
  page('/rekap', () => import('../recap/RecapPage.svelte')),
  page('/sidak', () => import('../plan/PlansPage.svelte')),
  page('/sidak/rencana/:inspection?', () => import('../plan/PlanPage.svelte')),
  page('/sidak/:inspection/opd', () => import('../head/OpdPage.svelte'), 'bare'),
  page('/saya', () => import('../own/MinePage.svelte')),
  page('/sidak/:inspection/saya', () => import('../own/OwnPage.svelte')),
  page('/dinding', () => import('../walls/WallsPage.svelte')),
  page('/sidak/:inspection', () => import('../inspection/RoomPage.svelte'), 'bare'),
  page('/verify/:code?', () => import('../verify/VerifyPage.svelte'), 'open'),
  page('/sidak/:inspection/rekaman', () => import('../recording/RecordingPage.svelte')),
  page('/sidak/:inspection/hasil', () => import('../inspection/ResultPage.svelte')),
  page('/sidak/:inspection/rekap/:agency', () => import('../inspection/ReadRecapPage.svelte')),
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
