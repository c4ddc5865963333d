// Every drawn line of the client. Icons are strokes on a 24-unit square; circles and boxes are
// written as paths so that an icon is one string.

const ring = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const icons = {
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  calendar: 'M4 5.5h16v14.5H4zM4 10h16M8.5 3v4M15.5 3v4',
  camera:
    'M4.5 6.5H14A1.5 1.5 0 0 1 15.5 8v8a1.5 1.5 0 0 1-1.5 1.5H4.5A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1.5-1.5zM15.5 10.5L21 7.5v9l-5.5-3',
  camera_off:
    'M8 6.5h6a1.5 1.5 0 0 1 1.5 1.5v5M15.5 15.5v.5a1.5 1.5 0 0 1-1.5 1.5H4.5A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1-1.4M15.5 10.5L21 7.5v9l-3-1.6M4 4l16 16',
  chat: 'M4 5h16v11h-9l-4.5 4v-4H4z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: `${ring(12, 12, 8.5)}M12 7v5l3.5 2`,
  close: 'M6 6l12 12M18 6L6 18',
  device:
    'M6 4.5A1.5 1.5 0 0 1 7.5 3h9A1.5 1.5 0 0 1 18 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19.5zM9 6.5h6v5H9zM9.5 15h.1M12 15h.1M14.5 15h.1M12 18h.1',
  dots: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  down: 'M6 9.5l6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M4.5 20h15',
  eye: `M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z${ring(12, 12, 2.8)}`,
  hand: 'M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 7-5.5 7-3 0-4.5-1.5-6-4.5L4 13.5c-.6-1.3 1-2.3 2-1.2L8 15',
  file: 'M6 3h8l4.5 4.5V21H6zM14 3v5h4.5',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  left: 'M14.5 6l-6 6 6 6',
  microphone:
    'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  microphone_off:
    'M9 9V6a3 3 0 0 1 6 0v5M15 14a3 3 0 0 1-6-2M5.5 11.5a6.5 6.5 0 0 0 10.7 5M18.5 11.5c0 .9-.2 1.8-.5 2.5M12 18v3M4 4l16 16',
  pause: 'M8.5 5v14M15.5 5v14',
  pen: 'M4 20l1-4.5L16 4.5 19.5 8 8.5 19z',
  phone:
    'M6 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1-.8 2-2 2C11 20 4 13 4 5.5c0-1.2 1-2 2-2z',
  play: 'M7 4.5v15l12-7.5z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  record: `${ring(12, 12, 8.5)}${ring(12, 12, 3.5)}${ring(12, 12, 1.5)}`,
  right: 'M9.5 6l6 6-6 6',
  seal: 'M12 3l2.3 2 3-.3.8 2.9 2.6 1.6-1.1 2.8 1.1 2.8-2.6 1.6-.8 2.9-3-.3L12 21l-2.3-2-3 .3-.8-2.9-2.6-1.6L4.4 12 3.3 9.2l2.6-1.6.8-2.9 3 .3zM8.5 12.2l2.5 2.4 4.5-5',
  search: `${ring(11, 11, 6.5)}M16 16l4.5 4.5`,
  share:
    'M4.5 5h15a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8 20.5h8M12 14V8.5M9.5 11L12 8.5l2.5 2.5',
  speaker: 'M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  speaker_off: 'M4 9.5v5h3.5l5 4v-13l-5 4zM16.5 9.5l5 5M21.5 9.5l-5 5',
  sort: 'M12 5v13M7 13l5 5 5-5',
  tree: 'M5 4v14.5h6M5 9.5h6M11 7h8v5h-8zM11 16h8v5h-8z',
  unlink:
    'M4 4l16 16M9 6a12 12 0 0 1 12 4M3 10a12 12 0 0 1 3-2.2M6.5 14a8 8 0 0 1 5-2.4M15 13l2.5 1.2M12 18.5v.1',
  up: 'M12 20V6M6 11.5L12 5.5l6 6',
  warn: 'M12 4L2.8 20h18.4zM12 10v5M12 17.5v.1',
} as const;

export type IconName = keyof typeof icons;

const petal = 'M16 12.6C13.2 9.4 13.2 5 16 1.2 18.8 5 18.8 9.4 16 12.6z';
const leaf = 'M16 12.4C14.4 10.6 14.2 8 16 5.4 17.8 8 17.6 10.6 16 12.4z';

/** Tampuk manggis, the mangosteen calyx of batik Jambi: four petals, four leaves between them. */
export const mark: readonly { d: string; turn: number }[] = [
  ...[0, 90, 180, 270].map((turn) => ({ d: petal, turn })),
  ...[45, 135, 225, 315].map((turn) => ({ d: leaf, turn })),
];
