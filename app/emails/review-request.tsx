import { Button, Column, Heading, Img, Row, Section, Text } from '@react-email/components';
import { MailLayout, button, cell, heading, paragraph, small } from './layout';
import type { EmailTemplate } from './template';

/** One letter per order, some days after it came: what it was, and one button. */
export const reviewRequest: EmailTemplate<'review-request'> = {
  subject: (_props, { t }) => t('reviewRequestSubject'),
  unsubscribeUrl: ({ unsubscribeUrl }) => unsubscribeUrl,
  body: ({ name, number, products, moreProducts, reviewUrl, unsubscribeUrl, preferencesUrl }, { t, lang, dir }) => (
    <MailLayout
      lang={lang}
      dir={dir}
      preview={t('reviewRequestBody', { number })}
      t={t}
      marketing={{ why: t('reviewRequestWhy'), unsubscribeUrl, preferencesUrl }}
    >
      <Heading style={heading}>{name ? t('greeting', { name }) : t('greetingNobody')}</Heading>
      <Text style={paragraph}>{t('reviewRequestBody', { number })}</Text>
      <Section>
        {products.map(({ title, picture }, index) => (
          <Row key={`${title} ${index}`}>
            <Column style={{ ...cell, width: '88px' }}>
              {picture ? (
                <Img src={picture} alt="" width="72" height="72" style={{ borderRadius: '6px', objectFit: 'cover' }} />
              ) : null}
            </Column>
            <Column style={{ ...cell, verticalAlign: 'middle' as const }}>{title}</Column>
          </Row>
        ))}
      </Section>
      {moreProducts > 0 ? <Text style={small}>{t('reminderMore', { count: moreProducts })}</Text> : null}
      <Section style={{ padding: '16px 0' }}>
        <Button href={reviewUrl} className="mail-button" style={button}>
          {t('reviewRequestButton')}
        </Button>
      </Section>
      <Text style={small}>{t('reviewRequestNote')}</Text>
    </MailLayout>
  ),
};
