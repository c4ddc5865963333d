// Camera, microphone and screen of this browser: asked for one at a time, and what a refusal means.

/** Why there is no sound or picture from here. */
export type Refusal = 'denied' | 'missing' | 'busy' | 'insecure' | 'failed';

export type Kind = 'microphone' | 'camera' | 'screen';

/** What the reader has chosen; '' leaves the choice to the browser. */
export type Choice = { microphone: string; camera: string };

export type Device = { id: string; name: string };

export class Refused extends Error {
  constructor(
    readonly kind: Kind,
    readonly why: Refusal,
  ) {
    super(`${kind}: ${why}`);
  }
}

const causes: Record<string, Refusal> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** What a browser's refusal means to a person. */
export const refusalOf = (cause: unknown): Refusal =>
  causes[(cause as { name?: string } | null)?.name ?? ''] ?? 'failed';

const exactly = (id: string) => (id ? { deviceId: { exact: id } } : {});

/** What a browser knows of its line; some know nothing. */
export type Line = { saveData?: boolean; effectiveType?: string; downlink?: number };

const lineNow = (): Line => (navigator as { connection?: Line }).connection ?? {};

/** All that is sent of a camera at 960 by 540 is 1.04 Mbit/s; a line needs twice that to be at ease. */
const DOWNLINK_MBITS_MIN = 2;

/** The line carries a small picture alone, or is to be spared. */
export const isNarrow = ({ saveData, effectiveType, downlink }: Line): boolean =>
  saveData === true ||
  (effectiveType !== undefined && effectiveType !== '4g') ||
  (downlink !== undefined && downlink < DOWNLINK_MBITS_MIN);

/** What a camera is asked for: as much as the large picture of a call needs, and of a narrow line half
 *  of that; the sender makes smaller sizes of it (room/peer.ts). */
export const cameraFor = (line: Line) =>
  isNarrow(line)
    ? { width: { ideal: 480 }, height: { ideal: 270 }, frameRate: { ideal: 15, max: 15 } }
    : { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24, max: 30 } };

const wanted = (kind: 'microphone' | 'camera', { microphone, camera }: Choice) =>
  kind === 'microphone'
    ? { audio: { echoCancellation: true, noiseSuppression: true, ...exactly(microphone) } }
    : { video: { ...cameraFor(lineNow()), ...exactly(camera) } };

/** The track of a device, or a screen. Throws Refused. */
export async function open(kind: Kind, choice: Choice): Promise<MediaStreamTrack> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Refused(kind, 'insecure'); // a browser has none on a plain http address
  try {
    const stream =
      kind === 'screen'
        ? await devices.getDisplayMedia({ video: { frameRate: { max: 10 } } })
        : await devices.getUserMedia(wanted(kind, choice));
    const [track] = stream.getTracks();
    if (track) return track;
  } catch (cause) {
    throw new Refused(kind, refusalOf(cause));
  }
  throw new Refused(kind, 'failed');
}

/** What there is to choose from; names are known only once one of the kind was given. */
export async function devicesOf(kind: 'microphone' | 'camera'): Promise<Device[]> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  return all
    .filter((each) => each.kind === (kind === 'camera' ? 'videoinput' : 'audioinput'))
    .filter(({ deviceId }) => deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** Whether the reader told this browser to spend little. */
export const savesData = (): boolean => lineNow().saveData ?? false;

/** Whether this browser can share a screen; phones cannot. */
export const canShare = (): boolean =>
  typeof navigator !== 'undefined' && 'getDisplayMedia' in (navigator.mediaDevices ?? {});
