// One file on its way to the server, with how much of it has gone: what fetch cannot tell.
import { context } from '../api/client';
import { Problem, problemFrom } from '../api/problem';

const quiet = 60_000; // of a line on which nothing moves

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends the bytes as they are; `moved` hears how much of them has gone, from 0 to 1. */
export function upload(path: string, file: Blob, moved: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cut = () => reject(new Problem(0, 'offline', ''));
    let timer = setTimeout(() => request.abort(), quiet);
    request.open('POST', path);
    request.setRequestHeader('Accept-Language', context.language);
    request.setRequestHeader('X-Hadir-Csrf', context.csrf);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), quiet);
      moved(total > 0 ? loaded / total : 0);
    };
    request.onerror = request.onabort = cut;
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve();
      if (request.status === 401) context.expired();
      reject(problemFrom(request.status, read(request.responseText)));
    };
    request.onloadend = () => clearTimeout(timer);
    request.send(file);
  });
}
