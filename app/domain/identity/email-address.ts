/** As it is stored and compared: trimmed, lower case. */
export const normalEmail = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Whether mail could be sent there: one @, a name before it, a domain with a dot after it, nothing that ends a header. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>"(),:;[\]\\\p{Cc}]{1,64}@[^\s@<>"(),:;[\]\\\p{Cc}]+\.[^\s@.<>"(),:;[\]\\\p{Cc}]{2,}$/u.test(text);

export const domainOfEmail = (email: string): string => normalEmail(email).slice(email.lastIndexOf('@') + 1);

/** Mailboxes anybody can open: no proof that someone works for a company. */
const openToAll = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.de',
  'live.com',
  'msn.com',
  'yahoo.com',
  'yahoo.de',
  'yahoo.co.uk',
  'yahoo.fr',
  'ymail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'web.de',
  'freenet.de',
  't-online.de',
  'mail.com',
  'mail.de',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  'tutanota.com',
  'tuta.io',
  'zoho.com',
  'yandex.com',
  'yandex.ru',
  'mail.ru',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'wanadoo.fr',
  'libero.it',
  'virgilio.it',
  'seznam.cz',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'qq.com',
  '163.com',
  'naver.com',
  'mailinator.com',
]);

export const isCompanyEmail = (email: string): boolean => !openToAll.has(domainOfEmail(email));
