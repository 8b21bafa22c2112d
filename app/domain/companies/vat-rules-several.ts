import { isElevenLess, lastDigit, weighted } from './check-digits';

/** Countries that number companies, people and foreigners in different ways. */

export function isBulgarian(body: string): boolean {
  if (body.length === 9) return isBulgarianCompany(body);
  return isBulgarianPerson(body) || isBulgarianForeigner(body) || isElevenLess(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]);
}

function isBulgarianCompany(body: string): boolean {
  const first = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const rest = first === 10 ? (weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
  return rest === lastDigit(body);
}

function isBulgarianPerson(body: string): boolean {
  if (!/^\d\d([024][1-9]|[135][0-2])([0-2][1-9]|[123]0|31)\d{4}$/.test(body)) return false;
  return (weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === lastDigit(body);
}

const isBulgarianForeigner = (body: string): boolean =>
  weighted(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === lastDigit(body);

export function isCzech(body: string): boolean {
  if (body.length === 8) {
    const rest = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
    return !body.startsWith('9') && (rest === 10 ? 0 : rest === 11 ? 1 : rest) === lastDigit(body);
  }
  if (body.length === 9 && body.startsWith('6')) {
    const above = weighted(body.slice(1), [8, 7, 6, 5, 4, 3, 2]);
    const difference = 11 - (above % 11) === 11 ? 0 : 11 - (above % 11);
    return [8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8][difference === 0 ? 10 : difference - 1] === lastDigit(body);
  }
  if (body.length === 9)
    return /^[0-5]\d[0156]\d(0[1-9]|[12]\d|3[01])\d{3}$/.test(body) && Number(body.slice(0, 2)) < 54;
  const birth = /^\d{2}[0-3|5-8]\d(0[1-9]|[12]\d|3[01])\d{4}$/.test(body);
  const pairs =
    Number(body.slice(0, 2)) + Number(body.slice(2, 4)) + Number(body.slice(4, 6)) + Number(body.slice(6, 8));
  return birth && (pairs + Number(body.slice(8))) % 11 === 0 && Number(body) % 11 === 0;
}

export function isLatvian(body: string): boolean {
  if (/^[0-3]/.test(body)) return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])/.test(body);
  const rest = weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11;
  const check =
    rest === 4 && body.startsWith('9') ? rest - 45 : rest === 4 ? 4 - rest : rest > 4 ? 14 - rest : 3 - rest;
  return check === lastDigit(body);
}

export function isLithuanian(body: string): boolean {
  // whose registration was of a special kind, or temporary, say so in the last digit but one (or two)
  if (body.length === 9 ? body[7] !== '1' : body[10] !== '1') return false;
  const length = body.length - 1;
  const weights = (start: number) => Array.from({ length }, (_, at) => ((at + start - 1) % 9) + 1);
  const first = weighted(body, weights(1)) % 11;
  const rest = first === 10 ? weighted(body, weights(3)) % 11 : first;
  return (rest === 10 ? 0 : rest) === lastDigit(body);
}

export function isRussian(body: string): boolean {
  const digit = (weights: readonly number[]) => (weighted(body, weights) % 11) % 10;
  const ten = [2, 4, 10, 3, 5, 9, 4, 6, 8];
  if (body.length === 10) return digit(ten) === lastDigit(body);
  const eleven = [7, ...ten];
  return digit(eleven) === Number(body[10]) && digit([3, ...eleven]) === lastDigit(body);
}
