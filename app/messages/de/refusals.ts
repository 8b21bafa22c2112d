import type { refusals as english } from '../en/refusals';

export const refusals = {
  above_your_limit: 'Das liegt über Ihrem eigenen Limit. Jemand mit höherem Limit muss entscheiden.',
  already_decided: 'Sie haben darüber schon entschieden. Ihre Entscheidung gilt.',
  backdated: 'Der Beginn liegt in der Vergangenheit. Wählen Sie einen Beginn ab jetzt.',
  budget_missing:
    'Diese Kostenstelle hat für den Zeitraum kein Budget. Bitten Sie die verantwortliche Person, eines anzulegen.',
  buying_as_changed:
    'Sie haben in einem anderen Tab gewechselt, für wen Sie einkaufen. Es wurde nichts getan; prüfen Sie die Seite und versuchen Sie es noch einmal.',
  cart_empty: 'Im Warenkorb liegt noch nichts.',
  configuration_invalid:
    'Diese Optionen passen nicht zusammen. Es wurde nichts geändert; wählen Sie eine andere Kombination.',
  email_taken: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich stattdessen an.',
  expired: 'Das ist nicht mehr gültig. Fragen Sie nach einer neuen Fassung.',
  forbidden: 'Ihre Rolle erlaubt das nicht. Es wurde nichts geändert.',
  invalid_credentials:
    'E-Mail und Passwort passen nicht zusammen, oder die Adresse ist noch nicht bestätigt. Prüfen Sie beides.',
  invalid_form: 'Einige Angaben brauchen noch einen Blick. Was Sie eingegeben haben, ist noch da.',
  invalid_quantity: 'Diese Menge lässt sich nicht bestellen. Sie wurde nicht geändert.',
  last_admin: 'Die Firma braucht mindestens eine Person mit Verwaltungsrechten. Ernennen Sie zuerst jemand anderen.',
  link_over: 'Dieser Link wurde schon benutzt oder ist zu alt. Fordern Sie einen neuen an.',
  no_credit: 'Kauf auf Rechnung ist für diese Firma nicht freigeschaltet. Wählen Sie eine andere Zahlungsart.',
  no_rate: 'Für diese Währung gibt es noch keinen Wechselkurs. Das Dokument bleibt als Entwurf erhalten.',
  not_an_approver: 'Sie gehören nicht zu denen, die hierüber entscheiden.',
  not_found: 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  not_pending: 'Das wartet nicht mehr auf eine Entscheidung.',
  not_sold: 'Dieser Artikel wird Ihnen hier nicht verkauft. Fragen Sie uns nach einem Angebot.',
  not_your_turn: 'Sie sind noch nicht an der Reihe: Zuerst entscheidet jemand anderes.',
  not_yours: 'Das gehört jemand anderem. Es wurde nichts geändert.',
  number_taken: 'Diese Nummer ist schon vergeben. Wählen Sie eine andere.',
  on_hold: 'Das Konto ist gesperrt. Es wurde nichts bestellt; Ihre Ansprechperson hilft Ihnen weiter.',
  other_company: 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  out_of_stock:
    'Davon ist nicht genug auf Lager. Ihr Warenkorb bleibt erhalten; nehmen Sie weniger oder warten Sie auf die nächste Lieferung.',
  over_budget: 'Das übersteigt das Budget der Kostenstelle. Es wurde nichts vorgemerkt.',
  over_credit:
    'Das übersteigt den verbleibenden Kreditrahmen. Begleichen Sie eine offene Rechnung oder wählen Sie eine andere Zahlungsart.',
  own_request: 'Über den eigenen Antrag können Sie nicht entscheiden. Das muss jemand anderes tun.',
  payment_declined:
    'Die Zahlung wurde abgelehnt und nichts belastet. Ihr Warenkorb bleibt erhalten; versuchen Sie eine andere Karte.',
  payment_mismatch: 'Die Zahlung passte nicht zur Bestellung und wird erstattet.',
  preview_stale: 'Seit Ihrem letzten Blick hat sich etwas geändert. Hier ist der neueste Stand.',
  price_changed:
    'Seit Ihrem letzten Blick hat sich ein Preis geändert. Prüfen Sie die neue Summe, bevor Sie fortfahren.',
  rate_limited: 'Das war viel auf einmal. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  signed_out: 'Sie wurden abgemeldet. Melden Sie sich an und versuchen Sie es erneut.',
  stale_revision: 'Es gibt eine neuere Fassung. Sehen Sie sie an, bevor Sie entscheiden.',
  stale_version: 'Es gibt eine neuere Fassung dieses Angebots. Sehen Sie sie an, bevor Sie antworten.',
  unknown_field: 'Eines der Felder ist hier unbekannt.',
  unknown_sku: 'Diese Artikelnummer gibt es nicht.',
  wrong_code: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.',
  wrong_password: 'Das bisherige Passwort stimmt nicht. Es wurde nichts geändert.',
  wrong_state: 'Das geht in diesem Stadium nicht. Es wurde nichts geändert.',
  idempotency_key_in_use:
    'Der erste Aufruf mit diesem Idempotency-Key wird noch bearbeitet. Versuchen Sie es gleich noch einmal.',
  idempotency_key_reused: 'Dieser Idempotency-Key wurde für einen anderen Aufruf benutzt. Nehmen Sie einen neuen.',
  internal: 'Bei uns ist etwas schiefgegangen. Nichts Halbes wurde behalten.',
  invalid: 'Einiges von dem, was gesendet wurde, stimmt nicht.',
  invalid_json: 'Das ist kein JSON.',
  method_not_allowed: 'Diese Adresse nimmt diese Methode nicht an.',
  too_large: 'Das ist zu groß.',
  unauthorized: 'Ein gültiger Schlüssel wird gebraucht: Authorization: Bearer …',
} as const satisfies Record<keyof typeof english, string>;
