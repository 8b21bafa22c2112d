import { Button, Heading, Text } from '@react-email/components';
import { MailLayout, button, heading, paragraph } from './layout';
import type { EmailTemplate } from './template';

export const welcome: EmailTemplate<'welcome'> = {
  subject: (_props, { t }) => t('welcomeSubject'),
  body: ({ name, shopUrl }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('welcomePreview')} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>{t('welcomeBody')}</Text>
      <Button href={shopUrl} className="mail-button" style={button}>
        {t('welcomeButton')}
      </Button>
    </MailLayout>
  ),
};
