/** What a form without files may weigh, and what one with files may. */
export const largestForm = 1024 * 1024;
export const largestUpload = 25 * 1024 * 1024;

/** Thrown for a form heavier than it may be. */
export class FormTooLarge extends Error {}

/** How much more is read and thrown away, so that a browser that still sends hears the answer. */
const mostDrained = 8;

/** Reads a form of at most so many bytes; what comes beyond is never kept. @throws FormTooLarge */
export async function limitedForm(request: Request, most: number): Promise<FormData> {
  if (!request.body) return request.formData();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= most) parts.push(value as Uint8Array<ArrayBuffer>);
    else parts.length = 0;
    if (size > most * mostDrained) {
      await reader.cancel();
      break;
    }
  }
  if (size > most) throw new FormTooLarge();
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' };
  return new Response(new Blob(parts), { headers }).formData();
}
