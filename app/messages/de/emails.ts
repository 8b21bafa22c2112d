import type { emails as english } from '../en/emails';

export const emails = {
  greeting: 'Guten Tag {name},',
  greetingNobody: 'Guten Tag,',
  confirmRegistrationSubject: 'Bestätigen Sie Ihre Adresse und eröffnen Sie Ihr Konto',
  confirmRegistrationText: 'Wählen Sie ein Passwort, dann ist Ihr Tradepost-Konto bereit.',
  confirmRegistrationButton: 'Mein Konto eröffnen',
  confirmRegistrationNote:
    'Der Link gilt einmal und 24 Stunden lang. Wenn Sie kein Konto wünschen, tun Sie nichts: Es gibt dann keines.',
  accountExistsSubject: 'Sie haben bereits ein Tradepost-Konto',
  accountExistsText:
    'Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines: Melden Sie sich damit an.',
  accountExistsButton: 'Anmelden',
  accountExistsForgot: 'Passwort vergessen?',
  accountExistsNote: 'Wenn Sie es nicht waren, hat sich nichts geändert und Sie müssen nichts tun.',
  resetPasswordSubject: 'Wählen Sie ein neues Passwort',
  resetPasswordText: 'Sie möchten ein neues Passwort wählen. Bis dahin gilt das alte.',
  resetPasswordButton: 'Neues Passwort wählen',
  resetPasswordNote:
    'Der Link gilt einmal und zwei Stunden lang. Wenn Sie ihn nicht angefordert haben, tun Sie nichts.',
  invitationSubject: '{company} lädt Sie zu Tradepost ein',
  invitationText:
    '{company} möchte, dass Sie bei Tradepost mit einkaufen. Nehmen Sie an, dann sehen Sie deren Preise, Listen und Bestellungen.',
  invitationButton: 'Einladung annehmen',
  invitationNote: 'Der Link gilt einmal und 14 Tage lang. Wenn Sie davon nichts wissen, tun Sie nichts.',
  noAccountSubject: 'Zu dieser Adresse gibt es kein Konto',
  noAccountText:
    'Jemand, vermutlich Sie, wollte für diese Adresse ein neues Passwort. Sie hat bei uns kein Konto. Nutzen Sie eine andere Adresse oder eröffnen Sie mit dieser ein Konto.',
  noAccountButton: 'Konto eröffnen',
  noAccountNote: 'Wenn Sie es nicht waren, müssen Sie nichts tun.',
  footer:
    'Tradepost, Kaffeerösterei. Sie erhalten diese Nachricht, weil Sie ein Konto oder eine Bestellung bei uns haben.',
  unsubscribe: 'Abmelden',
  welcomeSubject: 'Willkommen bei Tradepost',
  welcomePreview: 'Ihr Konto ist bereit.',
  welcomeBody: 'Ihr Konto ist bereit. Ihre Bestellungen, Adressen und gespeicherten Karten sind ab jetzt an einem Ort.',
  welcomeButton: 'Zum Shop',
  orderConfirmedSubject: 'Bestellung {number} ist bestätigt',
  orderConfirmedPreview: 'Vielen Dank. Wir packen Ihre Bestellung {number}.',
  orderConfirmedTitle: 'Vielen Dank, {name}',
  orderConfirmedBody:
    'Ihre Bestellung {number} ist bezahlt und wird gepackt. Wir melden uns wieder, sobald sie unser Haus verlässt.',
  deliveredTo: 'Lieferung an',
  orderDelivery: 'Voraussichtliche Ankunft: {days}.',
  orderButton: 'Bestellung ansehen',
  orderShippedSubject: 'Bestellung {number} ist unterwegs',
  orderShippedPreview: 'Ihr Paket zur Bestellung {number} ist unterwegs.',
  orderShippedBody: 'Alles aus Ihrer Bestellung {number} ist unterwegs zu Ihnen:',
  orderPartlyShippedSubject: 'Ein Teil der Bestellung {number} ist unterwegs',
  orderPartlyShippedBody: 'Ein Teil Ihrer Bestellung {number} ist unterwegs. Der Rest folgt.',
  tracking: '{carrier}, Sendungsnummer {trackingNumber}.',
  trackingLink: 'Sendung verfolgen',
  orderRefundedSubject: 'Erstattung zur Bestellung {number}',
  orderRefundedPreview: '{amount} sind auf dem Weg zu Ihnen.',
  orderRefundedWhole: 'Wir haben Ihnen {amount} erstattet, den ganzen Betrag Ihrer Bestellung {number}.',
  orderRefundedPart: 'Wir haben Ihnen {amount} zu Ihrer Bestellung {number} erstattet.',
  orderRefundedLate: 'Ihre Zahlung erreichte uns, als die gewählten Artikel bereits verkauft waren. Das tut uns leid.',
  orderRefundedWhen:
    'Der Betrag geht auf die Karte, mit der Sie bezahlt haben; Banken brauchen dafür bis zu zehn Tage.',
  orderCancelledSubject: 'Bestellung {number} ist storniert',
  orderCancelledBody:
    'Ihre Bestellung {number} ist storniert. {amount} gehen auf die Karte zurück, mit der Sie bezahlt haben.',
  orderLinkSubject: 'Der Weg zu Ihrer Bestellung {number}',
  orderLinkBody: 'Sie haben um den Link zu Ihrer Bestellung {number} gebeten. Er öffnet die Bestellung ohne Anmeldung.',
  priceListSubmittedSubject: '{list}: Revision {revision} wartet auf Ihre Freigabe',
  priceListSubmittedBody:
    '{author} hat Revision {revision} von {list} eingereicht. Sie würde am {startsOn} in Kraft treten. Bitte sehen Sie sich die Änderungen an, bevor Sie entscheiden.',
  priceListSubmittedButton: 'Preisliste prüfen',
  priceListNote: 'Anmerkung dazu: {note}',
  priceListApprovedSubject: '{list}: Revision {revision} ist freigegeben',
  priceListApprovedBody: '{by} hat Revision {revision} von {list} freigegeben. Sie tritt am {startsOn} in Kraft.',
  priceListApprovedButton: 'Preisliste öffnen',
  priceListReturnedSubject: '{list}: Revision {revision} kam zurück',
  priceListReturnedBody:
    '{by} hat Ihnen Revision {revision} von {list} zurückgegeben. Sie können sie ändern und erneut einreichen.',
  priceListReturnedButton: 'Entwurf öffnen',
  priceListReason: 'Die Begründung: {reason}',
  approvalsSubject:
    '{count, plural, one {Eine Bestellung wartet auf Ihre Freigabe} other {# Dokumente warten auf Ihre Freigabe}}',
  approvalsBody:
    'Ihre Entscheidung wird gebraucht. Öffnen Sie ein Dokument, um Positionen, Preise und weitere Beteiligte zu sehen.',
  approvalsReminder: 'Wartet noch immer',
  approvalsButton: 'Alles ansehen, was wartet',
  purchaseOrder_placed: 'Bestellung {number} ist aufgegeben',
  purchaseOrder_placedBody: 'Alle nötigen Freigaben für Bestellung {number} ({total}) liegen vor; sie ist aufgegeben.',
  purchaseOrder_rejected: 'Bestellung {number} wurde abgelehnt',
  purchaseOrder_rejectedBody: 'Bestellung {number} ({total}) wurde abgelehnt. Der Grund: {reason}',
  purchaseOrder_changes_requested: 'Bestellung {number} soll geändert werden',
  purchaseOrder_changes_requestedBody:
    'Bestellung {number} ({total}) wurde an Sie zurückgegeben: {reason} Ändern Sie sie und reichen Sie sie erneut ein.',
  purchaseOrder_expired: 'Bestellung {number} ist verfallen',
  purchaseOrder_expiredBody:
    'Über Bestellung {number} ({total}) wurde nicht rechtzeitig entschieden. Budget und Kredit sind wieder frei.',
  purchaseOrder_blocked: 'Bestellung {number} ist blockiert',
  purchaseOrder_blockedBody:
    'Niemand darf Bestellung {number} ({total}) noch freigeben. Die Verwaltung Ihrer Firma kann das ändern.',
  purchaseOrder_failed: 'Bestellung {number} konnte nicht aufgegeben werden',
  purchaseOrder_failedBody:
    'Bestellung {number} ({total}) ist freigegeben, konnte aber nicht aufgegeben werden. Versuchen Sie es erneut, ändern oder stornieren Sie sie.',
  purchaseOrder_cancelled: 'Bestellung {number} wurde storniert',
  purchaseOrder_cancelledBody: 'Bestellung {number} ({total}) wurde storniert.',
  purchaseOrderButton: 'Bestellung öffnen',
  companyReceivedSubject: 'Der Antrag von {company} ist da',
  companyReceivedText:
    'Vielen Dank. Einer von uns sieht sich den Antrag von {company} an und schreibt Ihnen. Mit dieser Adresse können Sie inzwischen Ihr eigenes Konto eröffnen.',
  companyReceivedButton: 'Zu meinem Konto',
  companyApprovedSubject: '{company} kann jetzt bei Tradepost einkaufen',
  companyApprovedText:
    'Das Konto von {company} ist eröffnet. Melden Sie sich an: Die Kopfzeile sagt, für wen Sie einkaufen.',
  companyApprovedButton: 'Zu den Seiten der Firma',
  companyDeclinedSubject: 'Zum Antrag von {company}',
  companyDeclinedText: 'Wir können für {company} kein Firmenkonto eröffnen. Als Privatkunde sind Sie willkommen.',
} as const satisfies Record<keyof typeof english, string>;
