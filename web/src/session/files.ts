// Files that this browser keeps for its reader, beside memory.ts, which keeps texts. A phone throws a
// page away while its camera is open; what was photographed before must be there afterwards.

const NAME = 'hadir';
const TABLE = 'files';

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no files'));
  });
}

async function table(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  return (await finished(opening)).transaction(TABLE, mode).objectStore(TABLE);
}

/** What is kept under a name; nothing in a browser that keeps no files. */
export async function keptFiles<T>(name: string): Promise<T | undefined> {
  try {
    return (await finished((await table('readonly')).get(name))) as T | undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, files in it too; `undefined` forgets it. */
export async function keepFiles(name: string, value: unknown): Promise<void> {
  try {
    const store = await table('readwrite');
    if (value === undefined) await finished(store.delete(name));
    else await finished(store.put(value, name));
  } catch {
    // private windows may refuse: it lasts until the page is closed
  }
}

/** Forgets all of them. */
export async function forgetFiles(): Promise<void> {
  try {
    await finished((await table('readwrite')).clear());
  } catch {
    // what a private window never kept need not be forgotten
  }
}
