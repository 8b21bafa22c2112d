import { randomBytes } from 'node:crypto';

let last = { at: -1, sequence: 0 };

/** A UUIDv7 (RFC 9562): time-ordered, so that new rows land at the end of every index; those of one millisecond in the
 *  order they were made (its section 6.2, method 1), so that what happened first is told first. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  // Begins in the lower half, so that there is room to count.
  const sequence = at === last.at ? (last.sequence + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff;
  last = { at, sequence };
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
