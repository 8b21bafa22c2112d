import { Button, Column, Heading, Hr, Img, Link, Row, Section, Text } from '@react-email/components';
import type { EmailProps } from '#app/jobs/emails.ts';
import { MailLayout, button, cell, heading, paragraph, small } from './layout';
import { LineTable } from './order-parts';
import type { EmailTemplate, MailContext } from './template';

type Props = EmailProps<'cart-reminder'>;
type Line = Props['lines'][number];
type T = MailContext['t'];

const subjectOf = ({ step, isCompany }: Props, t: T): string =>
  t(isCompany ? 'reminderSubjectCompany' : `reminderSubject${step}`);

/** Three letters in one frame: an offer to help, a second look, and a last word that says it is the last. */
export const cartReminder: EmailTemplate<'cart-reminder'> = {
  subject: (props, { t }) => subjectOf(props, t),
  unsubscribeUrl: ({ unsubscribeUrl }) => unsubscribeUrl,
  body: (props, { t, lang, dir }) => {
    const { step, isCompany, lines, moreLines, code } = props;
    return (
      <MailLayout
        lang={lang}
        dir={dir}
        preview={t(isCompany ? 'reminderLeadCompany' : `reminderLead${step}`)}
        t={t}
        marketing={{
          why: t(isCompany ? 'reminderWhyCompany' : 'reminderWhy'),
          unsubscribeUrl: props.unsubscribeUrl,
          preferencesUrl: props.preferencesUrl,
        }}
      >
        <Heading style={heading}>{t(isCompany ? 'reminderTitleCompany' : `reminderTitle${step}`)}</Heading>
        <Text style={paragraph}>{t(isCompany ? 'reminderLeadCompany' : `reminderLead${step}`)}</Text>
        {code ? (
          <Text
            className="mail-note"
            style={{ ...paragraph, backgroundColor: '#f6ead9', borderRadius: '6px', padding: '12px 16px' }}
          >
            {t('reminderCode', code)}
          </Text>
        ) : null}
        {lines.map((line, index) => (
          <ReminderLine key={`${line.title} ${index}`} line={line} t={t} />
        ))}
        {moreLines > 0 ? <Text style={small}>{t('reminderMore', { count: moreLines })}</Text> : null}
        <Hr />
        <LineTable lines={sumsOf(props, t)} />
        <Section style={{ padding: '16px 0' }}>
          <Button href={props.restoreUrl} className="mail-button" style={button}>
            {t('reminderButton')}
          </Button>
        </Section>
        <Text style={small}>{t('reminderReturns', { days: props.returnDays })}</Text>
        <Text style={small}>{t('reminderLinkNote')}</Text>
      </MailLayout>
    );
  },
};

const sumsOf = ({ goods, shipping, isTaxIncluded }: Props, t: T) => [
  { label: t(isTaxIncluded ? 'reminderGoodsWithTax' : 'reminderGoods'), amount: goods },
  ...(shipping === null ? [] : [{ label: t('reminderShipping'), amount: shipping || t('reminderShippingFree') }]),
];

function ReminderLine({ line, t }: { line: Line; t: T }) {
  return (
    <Row>
      <Column style={{ ...cell, width: '112px' }}>
        {line.picture ? (
          <Link href={line.url}>
            <Img
              src={line.picture}
              alt={line.title}
              width="96"
              height="96"
              style={{ borderRadius: '6px', objectFit: 'cover' }}
            />
          </Link>
        ) : null}
      </Column>
      <Column style={cell}>
        <Text style={{ ...cell, margin: 0, padding: 0 }}>
          <Link href={line.url} style={{ color: 'inherit', fontWeight: 600 }}>
            {line.title}
          </Link>
          {line.choice ? `, ${line.choice}` : ''}
        </Text>
        <Text style={{ ...small, margin: 0 }}>
          {t('reminderQuantity', { quantity: line.quantity })}
          {line.unit ? ` · ${t('reminderEach', { price: line.unit })}` : ''}
        </Text>
        {line.change !== 'none' ? (
          <Text style={{ ...small, margin: 0 }}>
            {t(line.change === 'down' ? 'reminderPriceDown' : 'reminderPriceUp', { before: line.before })}
          </Text>
        ) : null}
        {line.left !== null ? (
          <Text style={{ ...small, margin: 0 }}>{t('reminderLeft', { count: line.left })}</Text>
        ) : null}
        {line.isOnItsWay ? <Text style={{ ...small, margin: 0 }}>{t('reminderOnItsWay')}</Text> : null}
      </Column>
      <Column style={{ ...cell, textAlign: 'end' as const, whiteSpace: 'nowrap' as const }}>{line.total}</Column>
    </Row>
  );
}
