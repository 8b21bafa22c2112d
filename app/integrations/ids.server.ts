import { randomBytes } from 'node:crypto';

/** The last number of each of the latest milliseconds: work of one moment goes on while that of another is begun. */
const counted = new Map<number, number>();
const mostMoments = 256;
const counterBits = 32;
const counterStart = 2 ** (counterBits - 1);

/** A UUIDv7 (RFC 9562): time-ordered, so that new rows land at the end of every index; those of one millisecond in the
 *  order they were made here (its section 6.2, method 1: a counter of 32 bits, begun at random in its lower half), so
 *  that what happened first is told first. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16);
  const before = counted.get(at);
  const count = before === undefined ? bytes.readUInt32BE(6) % counterStart : (before + 1) % 2 ** counterBits;
  if (before === undefined && counted.size >= mostMoments) {
    const [oldest] = counted.keys();
    if (oldest !== undefined) counted.delete(oldest);
  }
  counted.set(at, count);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | (count >>> 20), 6);
  bytes[8] = 0x80 | ((count >>> 14) & 0x3f);
  bytes[9] = (count >>> 6) & 0xff;
  bytes[10] = ((count & 0x3f) << 2) | (bytes[10]! & 0x03);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
