// A photograph of a phone has five megabytes, of which a paper needs half of one. It is made smaller
// here, before it goes over a bad line; what is written in it besides the picture is lost on the way.
// The server checks and strips all the same.

/** What the server takes of one page. */
export const mostBytes = 2 * 1024 * 1024;
const enough = { bytes: 1024 * 1024, side: 2400 };

/** The sides of a picture when the longer one is no longer than a paper needs. */
export function sides(width: number, height: number): [number, number] {
  const by = Math.min(1, enough.side / Math.max(width, height));
  return [Math.round(width * by), Math.round(height * by)];
}

async function draw(picture: ImageBitmap, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = sides(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** The file as it is sent; one that this browser cannot draw goes as it is, and the server says why not. */
export async function shrink(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= enough.bytes) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    for (const quality of [0.85, 0.6, 0.4]) {
      const drawn = await draw(picture, quality);
      if (drawn && drawn.size <= mostBytes) return drawn;
    }
  } catch {
    // a format of another maker
  }
  return file;
}
