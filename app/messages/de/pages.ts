import type { pages as english } from '../en/pages';

export const pages = {
  shop: 'Laden',
  updated: 'Stand November 2026',
  shipping_title: 'Lieferung',
  shipping_intro: 'Kaffee verlässt uns frisch, Maschinen verlassen uns geprüft. So reist beides, und das kostet es.',
  shipping_1_title: 'Wann es abgeht und ankommt',
  shipping_1_text:
    'Was vorrätig ist und werktags bis 14 Uhr (Berliner Zeit) bestellt wird, geht am selben Tag ab. Produktseite und Warenkorb nennen die Tage der Ankunft; dauert etwas länger, steht es dort, bevor Sie bezahlen.',
  shipping_2_title: 'Was es kostet',
  shipping_2_text:
    'Das Porto richtet sich nach Gewicht und Ort und steht im Warenkorb, bevor Sie etwas eingeben. Ab {freeFrom} reist ein Standardpaket in Ihrem Markt kostenlos.',
  shipping_3_title: 'Schweres',
  shipping_3_text:
    'Maschinen über 31,5 kg bringt eine Spedition, die vorher anruft und einen Tag vereinbart. Geliefert wird bis zur Bordsteinkante; mit dem Modul Installation kommt die Maschine an ihren Platz und wird angeschlossen.',
  shipping_4_title: 'Wenn etwas fehlt oder beschädigt ist',
  shipping_4_text:
    'Schreiben Sie uns mit einem Bild und der Bestellnummer. Wir schicken sofort Ersatz und klären den Rest mit dem Paketdienst.',
  returns_title: 'Rückgabe',
  returns_intro:
    'Ab dem Tag der Ankunft haben Sie {days} Tage, um es sich anders zu überlegen. Ohne Angabe von Gründen.',
  returns_1_title: 'So senden Sie etwas zurück',
  returns_1_text:
    'Öffnen Sie die Bestellung in Ihrem Konto oder über den Link in ihrer E-Mail, schreiben Sie uns, welche Positionen zurückkommen, und legen Sie sie in einen Karton. Das Etikett schicken wir per E-Mail.',
  returns_2_title: 'Was Sie zurückbekommen',
  returns_2_text:
    'Den vollen Preis und das Standardporto der ersten Lieferung, auf die Karte, mit der Sie bezahlt haben, spätestens 14 Tage nach Ihrer Mitteilung und sobald die Ware oder der Einlieferungsbeleg hier ist.',
  returns_3_title: 'Was nicht zurückkommen kann',
  returns_3_text:
    'Geöffnete Kaffeebeutel und Lebensmittel sowie Dinge, die nach Ihrem Maß gefertigt wurden. Eine mangelhafte Lieferung ersetzen wir, ob geöffnet oder nicht.',
  returns_4_title: 'Widerrufsrecht',
  returns_4_text:
    'Als Verbraucherin oder Verbraucher in der Europäischen Union können Sie den Vertrag binnen 14 Tagen ohne Angabe von Gründen widerrufen. Eine eindeutige Erklärung per Brief oder E-Mail genügt; rechtzeitig ist sie, wenn sie vor Ablauf der Frist abgesendet wird. Unsere {days} Tage kommen hinzu und nehmen davon nichts weg.',
  privacy_title: 'Datenschutz',
  privacy_intro: 'Wir behalten, was eine Bestellung braucht, zeigen Ihnen alles davon und verkaufen nichts.',
  privacy_1_title: 'Was wir speichern und warum',
  privacy_1_text:
    'Name, Adressen, E-Mail und was Sie bestellt haben, um den Vertrag zu erfüllen (Art. 6 Abs. 1 b DSGVO); Rechnungen so lange, wie das Steuerrecht es verlangt (Art. 6 Abs. 1 c). Kartennummern erreichen uns nie: Sie bleiben beim Zahlungsdienst.',
  privacy_2_title: 'Cookies',
  privacy_2_text:
    'Nur solche, die tun, worum Sie bitten: Ihr Warenkorb, Ihre Sitzung, Ihr Markt und die Darstellung der Seite. Kein Tracking, deshalb auch kein Banner.',
  privacy_3_title: 'Erinnerungen',
  privacy_3_text:
    'Lassen Sie einen Warenkorb liegen, nachdem Sie Ihre Adresse angegeben haben, erinnern wir Sie daran, soweit das Recht Ihres Marktes es erlaubt. Jede solche E-Mail beendet das mit einem Klick.',
  privacy_4_title: 'Ihre Rechte',
  privacy_4_text:
    'Alles, was wir über Sie wissen, laden Sie auf der Datenschutzseite Ihres Kontos herunter, dort löschen Sie es auch, jederzeit und ohne uns zu fragen. Sie können es berichtigen, widersprechen und sich bei einer Aufsichtsbehörde beschweren.',
  terms_title: 'AGB',
  terms_intro: 'Was zwischen uns gilt, wenn Sie hier einkaufen.',
  terms_1_title: 'Der Vertrag',
  terms_1_text:
    'Unsere Seiten sind eine Einladung. Ihre Zahlung oder die freigegebene Bestellung Ihrer Firma ist das Angebot; unsere Bestätigung per E-Mail nimmt es an. Sie können die Bestellung jederzeit lesen und herunterladen.',
  terms_2_title: 'Preise und Zahlung',
  terms_2_text:
    'Privatleute sehen Preise mit Steuer, wo ihr Markt sie so zeigt; Firmen sehen sie vor Steuer. Es gilt der Preis im Augenblick der Bestellung, seine Gründe bleiben daneben gespeichert. Bezahlt wird per Karte oder Wallet, von freigegebenen Firmen auch zu den vereinbarten Bedingungen.',
  terms_3_title: 'Eigentum',
  terms_3_text: 'Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.',
  terms_4_title: 'Mängel',
  terms_4_text:
    'Es gilt die gesetzliche Gewährleistung, für Verbraucher in der Europäischen Union zwei Jahre; der Verschleiß von Mahlscheiben, Dichtungen und Filtern ist kein Mangel.',
  terms_5_title: 'Recht',
  terms_5_text:
    'Es gilt deutsches Recht, ohne Verbrauchern den Schutz des Landes zu nehmen, in dem sie leben. An Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle nehmen wir nicht teil.',
  imprint_title: 'Impressum',
  imprint_intro: 'Tradepost ist ein Vorführladen: Rösterei, Anschrift und Registereintrag sind erfunden.',
  imprint_1_title: 'Anbieterin',
  imprint_1_text: 'Tradepost Rösterei GmbH, Speicherstraße 5, 10117 Berlin, Deutschland',
  imprint_2_title: 'Vertreten durch',
  imprint_2_text: 'Ida Brandt, Geschäftsführerin',
  imprint_3_title: 'Register und Steuer',
  imprint_3_text:
    'Handelsregister Berlin-Charlottenburg, HRB 000000 B. Umsatzsteuer-Identifikationsnummer DE000000000.',
  imprint_4_title: 'So erreichen Sie uns',
  imprint_4_text: 'hello@tradepost.example, +49 30 000000',
  about_title: 'Über uns',
  about_intro: 'Wir rösten dienstags und freitags und verschicken am selben Tag: in Küchen, Cafés, Hotels und Büros.',
  about_1_title: 'Eine Rösterei, zwei Theken',
  about_1_text:
    'Zu Hause kaufen Sie einen Beutel, hinter der Bar kaufen Sie sackweise, mit eigenen Preisen, Freigaben und Rechnungen. Es ist derselbe Kaffee aus derselben Trommel.',
  about_2_title: 'Maschinen, die bleiben',
  about_2_text: 'Wir verkaufen wenige Maschinen, prüfen jede einzelne und halten zehn Jahre lang jedes Teil vorrätig.',
  about_3_title: 'Was wir zahlen',
  about_3_text:
    'Wir kaufen direkt oder über Importeure, die wir besucht haben, und zahlen für jeden Sack mehr als die Börse.',
  contact_title: 'Kontakt',
  contact_intro: 'Das liest ein Mensch, montags bis freitags von 8 bis 17 Uhr (Berliner Zeit).',
  contact_1_title: 'Schreiben',
  contact_1_text:
    'hello@tradepost.example. Nennen Sie die Bestellnummer, falls es eine gibt; dann müssen wir nicht nachfragen.',
  contact_2_title: 'Anrufen',
  contact_2_text: '+49 30 000000',
  contact_3_title: 'Firmen',
  contact_3_text:
    'Zu Preisen, Angeboten und Bedingungen schreiben Sie an sales@tradepost.example. Wer Sie betreut, meldet sich innerhalb eines Werktags.',
} as const satisfies Record<keyof typeof english, string>;
