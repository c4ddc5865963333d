import type { State } from '../api/types';

/** One stroke or area of a state's shape, on a 16-unit square. `cut` is drawn in the ground's colour. */
export type Part = { d: string; as: 'fill' | 'line' | 'cut'; width?: number; dash?: string };

const box = 'M3.5 1.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z';
const ring = (r: number) => `M${8 - r} 8a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const letter = (sign: string, width = 1.7): Part[] => [
  { d: box, as: 'fill' },
  { d: sign, as: 'cut', width },
];

/** Circles are records, squares are letters, diamonds are open questions, a dash is a day off. */
export const shapes: Record<State, Part[]> = {
  on_time: [
    { d: ring(7), as: 'fill' },
    { d: 'M4.8 8.3l2.2 2.2 4.2-4.7', as: 'cut', width: 1.7 },
  ],
  late: [
    { d: 'M8 1a7 7 0 1 0 7 7H8z', as: 'fill' },
    { d: 'M10 1.3A7 7 0 0 1 14.7 6H10z', as: 'line', width: 1 },
  ],
  missing_in: [
    { d: ring(6.2), as: 'line', width: 1.6 },
    { d: 'M8 1.8a6.2 6.2 0 0 1 0 12.4z', as: 'fill' },
  ],
  waiting: [{ d: ring(6), as: 'line', width: 2 }],
  not_due: [{ d: ring(6), as: 'line', width: 1.8, dash: '2.2 2.51' }],
  leave: [
    { d: box, as: 'fill' },
    { d: 'M10.8 9.9A3.7 3.7 0 1 1 7 4.6a3 3 0 0 0 3.8 5.3z', as: 'cut', width: 0 },
  ],
  sick: letter('M8 4.6v6.8M4.6 8h6.8'),
  permit: letter('M4.8 6h6.4M4.8 9.8h4'),
  duty_travel: letter('M4.6 8h6.4M8.4 5.2L11.2 8l-2.8 2.8'),
  study: letter(
    'M8 6v5.2M8 6C7 5 5.6 4.8 4.4 4.8v5c1.2 0 2.6.2 3.6 1.4 1-1.2 2.4-1.4 3.6-1.4v-5C10.4 4.8 9 5 8 6z',
    1.3,
  ),
  off: [{ d: 'M3 8h10', as: 'line', width: 2.4 }],
  unknown: [
    { d: 'M8 1.2L14.8 8 8 14.8 1.2 8z', as: 'line', width: 1.5 },
    { d: 'M6.4 6.6a1.6 1.6 0 1 1 2.3 1.5c-.5.25-.7.5-.7 1M8 11v.01', as: 'line', width: 1.4 },
  ],
  unexplained: [
    { d: 'M8 .8L15.2 8 8 15.2.8 8z', as: 'fill' },
    { d: 'M5.4 8h5.2', as: 'cut', width: 1.7 },
  ],
};
