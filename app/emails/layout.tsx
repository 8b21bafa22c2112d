import { Body, Container, Head, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Translate } from '#app/messages/translate.ts';

const ink = '#2b211b';
const quiet = '#6d6058';
const paper = '#faf6f0';

export const paragraph = { color: ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' };
export const small = { color: quiet, fontSize: '13px', lineHeight: '20px', margin: '0 0 8px' };
export const heading = { color: ink, fontSize: '24px', lineHeight: '30px', fontWeight: 600, margin: '0 0 16px' };
export const cell = {
  color: ink,
  fontSize: '15px',
  lineHeight: '22px',
  padding: '8px 0',
  verticalAlign: 'top' as const,
};
export const button = {
  backgroundColor: '#9a4a1f',
  borderRadius: '6px',
  color: '#ffffff',
  display: 'inline-block',
  fontSize: '16px',
  fontWeight: 600,
  padding: '12px 20px',
  textDecoration: 'none',
};

/** Clients that know about the dark take these; the others show paper. */
const inTheDark = `@media (prefers-color-scheme: dark) {
  body, body > table, body > table > tbody > tr > td { background-color: #171310 !important; }
  .mail-sheet { background-color: #211b15 !important; }
  .mail-sheet p, .mail-sheet h1, .mail-sheet td, .mail-sheet a { color: #f4ede3 !important; }
  .mail-sheet .mail-button, .mail-sheet .mail-button span { color: #ffffff !important; }
  .mail-sheet .mail-note { background-color: #3a2c1f !important; }
}`;

const quietLink = { color: quiet, textDecoration: 'underline' };

type Frame = {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The line a mail client shows beside the subject. */
  preview: string;
  t: Translate<'emails'>;
  /** Marketing mail alone: why it came, and the ways out. */
  marketing?: { why: string; unsubscribeUrl: string; preferencesUrl: string };
  children: ReactNode;
};

/** The one frame of every mail; system fonts, one column, legible without pictures. */
export function MailLayout({ lang, dir, preview, t, marketing, children }: Frame) {
  return (
    <Html lang={lang} dir={dir}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{inTheDark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: paper, fontFamily: 'system-ui, -apple-system, Segoe UI, sans-serif', margin: 0 }}>
        <Container
          className="mail-sheet"
          style={{ backgroundColor: '#ffffff', maxWidth: '600px', padding: '32px 24px' }}
        >
          <Text style={{ ...small, fontSize: '18px', fontWeight: 700, color: ink, letterSpacing: '0.02em' }}>
            Tradepost
          </Text>
          {children}
          <Hr style={{ borderColor: '#e6ddd2', margin: '24px 0 16px' }} />
          <Section>
            <Text style={small}>{marketing?.why ?? t('footer')}</Text>
            {marketing ? (
              <Text style={small}>
                <Link href={marketing.unsubscribeUrl} style={quietLink}>
                  {t('unsubscribe')}
                </Link>
                {' · '}
                <Link href={marketing.preferencesUrl} style={quietLink}>
                  {t('mailPreferences')}
                </Link>
              </Text>
            ) : null}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
