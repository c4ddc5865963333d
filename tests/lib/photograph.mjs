// Files as a head sends them: a photograph of a paper by a phone, which writes into it where it was taken.

/** What must be gone: the words of the phone, and the place in the form that EXIF has for it. */
export const PHONE = 'Telepon Uji 12 Pro';
export const PLACE = [1, 1, 36, 1, 3636, 100]; // 1 degree 36' 36.36", as three fractions

/** A real picture, 120 by 160 points, of lines and a signature. */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4' +
  'x9lnN+gXz/wAALCACgAHgBAREA/8QAGgABAAMBAQEAAAAAAAAAAAAAAAIDBQQBBv/EADIQAAEDAQcCBQMCBwAAAAAAAAABAgMEBQYRFFRVkxah' +
  'EiIxQXEhUWETFSMyQkNEgfD/2gAIAQEAAD8A+zAAAAAAAAAAAAAAAKql0zaeR1Mxr5kTyNcuCKvyZOavDt9JzDNXh2+k5hmrw7fScwzV4dvpOY' +
  'Zq8O30nMM1eHb6TmGavDt9JzDNXh2+k5hmrw7fScwzV4dvpOYZq8O30nMadC+qfTI6tijimxXFrHeJMPY6AAAAAAAADxzmsarnKjWp9VVVwRCn' +
  'O0uph5EGdpdTDyIM7S6mHkQZ2l1MPIgztLqYeRBnaXUw8iDO0uph5EGdpdTDyIM7S6mHkQZ2l1MPIgztLqYeRC1kjJGo6N7XtX3auKEgVzwx1E' +
  'L4ZmI+N6YOavoqGf05ZGhi7jpyyNDF3HTlkaGLuOnLI0MXcdOWRoYu46csjQxdx05ZGhi7jpyyNDF3HTlkaGLuOnLI0MXcdOWRoYu53UtJBRQp' +
  'DTRNijRcfC37lwAAAAAAABVUumbTyOpmNfMieRrlwRV+TJzV4dvpOYZq8O30nMM1eHb6TmGavDt9JzDNXh2+k5hmrw7fScwzV4dvpOYZq8O30n' +
  'Ma1M6Z1PG6pY1kyp52tXFEX5LQAAAAAAAAAeOc1jVc5Ua1PqqquCIU52l1MPIgztLqYeRBnaXUw8iDO0uph5EGdpdTDyIM7S6mHkQZ2l1MPIgz' +
  'tLqYeRBnaXUw8iDO0uph5EGdpdTDyIWskZI1HRva9q+7VxQkCueGOohfDMxHxvTBzV9FQz+nLI0MXcdOWRoYu46csjQxdx05ZGhi7jpyyNDF3H' +
  'TlkaGLuOnLI0MXcdOWRoYu46csjQxdx05ZGhi7jpyyNDF3O6lpIKKFIaaJsUaLj4W/cuAAAAAAAAKql0zaeR1Mxr5kTyNcuCKvyZOavDt9JzDN' +
  'Xh2+k5hmrw7fScwzV4dvpOYZq8O30nMdNBNa0lR4a6kp4ocF8zJMVx+DSAAAAAAAAAAAAAAAAAAAAIq9qO8KuTH7YkgDgtC1IqGang8Dpqioej' +
  'WRM9cPdy/hDvAAABGSRkUbpJHIxjExc5VwREPn2yV14nq6CWSistFwR7PpLP8AH2T/AL6+16XSsbw4OpXOX3csr8V7kP2StoF8Vj2i9rU/x6nz' +
  's+EX1Q9S26+l8to2PU+JP66VP1Gu/P4/2odbVfV/w7Nsmoa9f7lU39Nrfz+TpsmyMk99VVTLVV0v88zk9E+zU9kNQAAAGVbFn1Fpy09MrkbQY+' +
  'Oowdg5+Ho34NNjGxsaxjUaxqYI1EwREJAAAAAAAAAAAAAAAAAAAAH/2Q==',
  'base64',
);

const entry = (tag, type, count, value) => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(tag, 0);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt32BE(count, 4);
  if (type === 3) bytes.writeUInt16BE(value, 8);
  else bytes.writeUInt32BE(value, 8);
  return bytes;
};

const directory = (...entries) => {
  const count = Buffer.alloc(2);
  count.writeUInt16BE(entries.length);
  return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
};

export const place = () => {
  const bytes = Buffer.alloc(24);
  PLACE.forEach((number, i) => bytes.writeUInt32BE(number, i * 4));
  return bytes;
};

/** Model, orientation and place, as a phone writes them. */
function exif(orientation) {
  const model = Buffer.from(`${PHONE}\0`);
  const first = 8 + 2 + 3 * 12 + 4; // after the head and the first directory
  const gps = first + model.length;
  const head = Buffer.from('MM\0*\0\0\0\x08', 'latin1');
  const south = Buffer.concat([entry(1, 2, 2, 0).subarray(0, 8), Buffer.from('S\0\0\0')]);
  const body = Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    head,
    directory(entry(0x0110, 2, model.length, first), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, gps)),
    model,
    directory(south, entry(2, 5, 3, gps + 2 + 2 * 12 + 4)),
    place(),
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, body]);
}

/** `page` makes them differ; behind the end lies what phones put there: a short film, with its place. */
export function photograph({ page = 1, orientation = 6 } = {}) {
  const note = Buffer.from(`\xff\xdb\0C\0${'\x01'.repeat(63)}${String.fromCharCode(page)}`, 'latin1'); // a table that nothing uses
  const film = Buffer.concat([Buffer.from(`film of ${PHONE}`), place()]);
  return Buffer.concat([PICTURE.subarray(0, 2), exif(orientation), note, PICTURE.subarray(2), film]);
}

export const pdf = (more = '') => Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog${more}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
