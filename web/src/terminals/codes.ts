// Which methods there are, and the rows of the table of codes in two heaps.
import type { Method, VerifyCode } from '../api/types';

/** As the server names them, the strongest first. */
export const METHODS: Method[] = [
  'iris',
  'finger',
  'face',
  'palm',
  'vein',
  'card',
  'pin',
  'password',
  'other',
];

/** Rows of models stand above; the vendor's hold for every other model. */
export function heaps(codes: VerifyCode[]): { ofModels: VerifyCode[]; ofVendor: VerifyCode[] } {
  return {
    ofModels: codes.filter(({ source }) => source !== 'vendor'),
    ofVendor: codes.filter(({ source }) => source === 'vendor'),
  };
}

/** What a form begins with when no row is changed: a model that the government has. */
export const blank = (
  models: string[],
): { model: string; code: number | null; method: Method } => ({
  model: models[0] ?? '',
  code: null,
  method: 'iris',
});
