/** Which texts came before, in eight bytes and a little room each whatever their length, so that a file of a million rows
 *  fits. Keeps 64-bit fingerprints: among a million texts, two different ones look alike with odds of one to 37 million. */
export type SeenTexts = {
  /** True the first time, false ever after. */
  readonly add: (text: string) => boolean;
  readonly has: (text: string) => boolean;
};

type Fingerprint = readonly [high: number, low: number];

function fingerprint(text: string): Fingerprint {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0 || 1];
}

/** Open addressing: pairs of words, an empty place is a zero in the second. */
function placeOf(table: Uint32Array, [high, low]: Fingerprint): number {
  const last = table.length / 2 - 1;
  let place = (high ^ low) & last;
  while (table[2 * place + 1] !== 0 && (table[2 * place] !== high || table[2 * place + 1] !== low))
    place = (place + 1) & last;
  return 2 * place;
}

export function seenTexts(): SeenTexts {
  let table = new Uint32Array(2 * 4096);
  let size = 0;
  const grow = () => {
    const larger = new Uint32Array(table.length * 2);
    for (let i = 0; i < table.length; i += 2) {
      const [high = 0, low = 0] = [table[i], table[i + 1]];
      if (low !== 0) larger.set([high, low], placeOf(larger, [high, low]));
    }
    table = larger;
  };
  return {
    has: (text) => table[placeOf(table, fingerprint(text)) + 1] !== 0,
    add(text) {
      const mark = fingerprint(text);
      const place = placeOf(table, mark);
      if (table[place + 1] !== 0) return false;
      table.set(mark, place);
      size += 1;
      if (size * 4 > table.length) grow();
      return true;
    },
  };
}
