import type { Sheet } from '../api/types';
import { csv } from '../format/csv';
import type { Language } from '../format/number';
import { isKey, say } from '../words/say';

const columns =
  'number,name,kind,position,agency,unit,day,state,state_name,mode,first_in,last_out,late_minutes,early_minutes,flags';

/** The whole sheet, not only what is filtered: one line a person, codes beside words. */
export function sheetCsv(sheet: Sheet, language: Language): string {
  const unit = new Map(sheet.units.map(({ code, name }) => [code, name]));
  const rows = sheet.lines.map((line) => {
    const key = `state.${line.state}`;
    return [
      line.number,
      line.name,
      line.kind,
      line.position,
      line.agency,
      unit.get(line.agency) ?? '',
      sheet.day,
      line.state,
      isKey(key) ? say(key, language) : line.state,
      line.mode,
      line.first_in,
      line.last_out,
      line.late_minutes,
      line.early_minutes,
      line.flags.join(';'),
    ];
  });
  return csv([columns.split(','), ...rows]);
}
