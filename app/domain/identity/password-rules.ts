export const passwordLength = { least: 10, most: 200 } as const;

export type PasswordFault = 'password_too_short' | 'password_too_long' | 'password_too_common' | 'password_is_email';

const common = new Set([
  '1234567890',
  '0123456789',
  '123456789a',
  'password12',
  'password123',
  'password1234',
  'passwort123',
  'qwertyuiop',
  'qwertzuiop',
  'qwerty12345',
  'iloveyou123',
  '1q2w3e4r5t',
  'abcdefghij',
  'letmein123',
  'welcome123',
  'willkommen',
  'administrator',
  'changeme123',
  'tradepost123',
]);

/** Long and not everybody's: no rule about which characters it holds. Null when it may be used. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < passwordLength.least) return 'password_too_short';
  if ([...password].length > passwordLength.most) return 'password_too_long';
  const plain = password.toLowerCase();
  if (common.has(plain) || new Set(plain).size < 4) return 'password_too_common';
  const [name = ''] = email.split('@');
  return plain === email || plain === name.toLowerCase() ? 'password_is_email' : null;
}
