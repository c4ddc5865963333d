// csv.mjs - tables of text as RFC 4180 writes them.

/** One cell, quoted only when it must be. */
function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows (objects with the same keys, or arrays after a header) as a file. */
export function toCsv(header, rows) {
  const lines = rows.map((row) => (Array.isArray(row) ? row : header.map((name) => row[name])));
  return [header, ...lines].map((line) => line.map(cell).join(',') + '\n').join('');
}

/** A file as arrays of cells. */
export function cellsOf(text) {
  const rows = [];
  let row = [];
  let value = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') value += letter;
      else if (text[at + 1] === '"') value += text[++at];
      else quoted = false;
    } else if (letter === '"' && value === '') quoted = true;
    else if (letter === ',') row.push(value), (value = '');
    else if (letter === '\n') row.push(value), rows.push(row), (row = []), (value = '');
    else if (letter !== '\r') value += letter;
  }
  if (value !== '' || row.length) rows.push([...row, value]);
  return rows;
}

/** A file as objects named by its header. */
export function fromCsv(text) {
  const [header, ...rows] = cellsOf(text);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}
