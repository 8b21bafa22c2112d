import { Transform } from 'node:stream';

/** React 18 fills a piece up with zeros where its last character would not fit any more (react#24985); a browser shows
 *  them as broken characters. They are taken off again. */
export const unpadded = (): Transform =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      let end = piece.length;
      while (end > 0 && piece[end - 1] === 0) end -= 1;
      done(null, piece.subarray(0, end));
    },
  });
