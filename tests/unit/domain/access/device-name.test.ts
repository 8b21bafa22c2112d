import { expect, test } from 'vitest';
import { deviceName } from '#app/domain/access/device-name.ts';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Firefox · Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Chrome · Linux', `Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/147.0.0.0 Safari/537.36`],
  ['Edge · Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0`],
  [
    'Samsung Internet · Android',
    `Mozilla/5.0 (Linux; Android 15) ${blink} SamsungBrowser/28.0 Chrome/130.0 Safari/537.36`,
  ],
  ['Safari · Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`],
  [
    'Safari · iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`,
  ],
  ['Chrome · iPad', `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${webkit} CriOS/147.0 Mobile/15E148 Safari/604.1`],
  ['the till at the front', 'the till at the front'],
  ['', ''],
])('%s', (name, userAgent) => expect(deviceName(userAgent)).toBe(name));
