export const pages = {
  shop: 'Shop',
  updated: 'As of November 2026',
  shipping_title: 'Delivery',
  shipping_intro: 'Coffee leaves us fresh, machines leave us tested. Here is how both travel and what it costs.',
  shipping_1_title: 'When it leaves and arrives',
  shipping_1_text:
    'What is in stock and ordered by 2 p.m. (Berlin time) on a working day leaves the same day. The product page and the cart show the days on which it arrives; if something takes longer, they say so before you pay.',
  shipping_2_title: 'What it costs',
  shipping_2_text:
    'Postage depends on weight and place and stands in the cart before you enter anything. From {freeFrom} a standard parcel travels free in your market.',
  shipping_3_title: 'Heavy things',
  shipping_3_text:
    'Machines above 31.5 kg come with a haulier who calls to agree on a day. Delivery is to the kerb; the installation module brings it to its place and connects it.',
  shipping_4_title: 'If something is missing or broken',
  shipping_4_text:
    'Write to us with a picture and the order number. We send a replacement at once and sort out the rest with the carrier.',
  returns_title: 'Returns',
  returns_intro: 'You have {days} days from the day it arrives to change your mind. No reasons asked.',
  returns_1_title: 'How to send something back',
  returns_1_text:
    'Open the order from your account or the link in its mail, write to us which lines come back, and put them into any box. We send a label by mail.',
  returns_2_title: 'What you get back',
  returns_2_text:
    'The full price and the standard postage of the first delivery, to the card you paid with, at the latest 14 days after your notice and as soon as the goods or the proof of posting are here.',
  returns_3_title: 'What cannot come back',
  returns_3_text:
    'Opened bags of coffee and food, and things made to your measure. A faulty delivery is replaced, opened or not.',
  returns_4_title: 'Right of withdrawal',
  returns_4_text:
    'As a consumer in the European Union you may withdraw from the contract within 14 days without giving a reason. A clear statement by letter or e-mail is enough; it is in time when sent before the period ends. Our {days} days are on top of that and take nothing away from it.',
  privacy_title: 'Privacy',
  privacy_intro: 'We keep what an order needs, show you all of it, and sell none of it.',
  privacy_1_title: 'What we store and why',
  privacy_1_text:
    'Name, addresses, e-mail and what you ordered, to fulfil the contract (Art. 6 (1) b GDPR); invoices for as long as tax law asks (Art. 6 (1) c). Card numbers never reach us: the payment provider keeps them.',
  privacy_2_title: 'Cookies',
  privacy_2_text:
    'Only those that do what you ask for: your cart, your session, your market and the appearance of the page. No tracking, hence no banner.',
  privacy_3_title: 'Reminders',
  privacy_3_text:
    'If you leave a cart after giving us your address, we may remind you of it as far as your market’s law allows. Every such mail ends them with one click.',
  privacy_4_title: 'Your rights',
  privacy_4_text:
    'Download everything we know about you or delete your account on the account’s privacy page, at any time and without asking us. You may also correct it, object, and complain to a supervisory authority.',
  terms_title: 'Terms',
  terms_intro: 'What counts between us when you buy here.',
  terms_1_title: 'The contract',
  terms_1_text:
    'Our pages are an invitation. Your payment, or your company’s released order, is the offer; our confirmation by mail accepts it. You can read and download the order at any time.',
  terms_2_title: 'Prices and payment',
  terms_2_text:
    'Consumers see prices with tax where their market shows them so; companies see them before tax. The price is that of the moment of the order, with its reasons kept beside it. Payment is by card or wallet, for approved companies also on the agreed terms.',
  terms_3_title: 'Ownership',
  terms_3_text: 'Goods stay ours until they are paid for in full.',
  terms_4_title: 'Defects',
  terms_4_text:
    'The law’s warranty applies. For consumers that is two years in the European Union; wear of burrs, gaskets and filters is not a defect.',
  terms_5_title: 'Law',
  terms_5_text:
    'German law applies, without taking from consumers the protection of the country they live in. We do not take part in dispute settlement before a consumer arbitration board.',
  imprint_title: 'Imprint',
  imprint_intro: 'Tradepost is a demonstration shop: the roastery, its address and its register entry are made up.',
  imprint_1_title: 'Provider',
  imprint_1_text: 'Tradepost Rösterei GmbH, Speicherstraße 5, 10117 Berlin, Germany',
  imprint_2_title: 'Represented by',
  imprint_2_text: 'Ida Brandt, managing director',
  imprint_3_title: 'Register and tax',
  imprint_3_text: 'Commercial register Berlin-Charlottenburg, HRB 000000 B. VAT number DE000000000.',
  imprint_4_title: 'Reach us',
  imprint_4_text: 'hello@tradepost.example, +49 30 000000',
  about_title: 'About us',
  about_intro: 'We roast on Tuesdays and Fridays and send the same day: to kitchens, cafés, hotels and offices.',
  about_1_title: 'One roastery, two counters',
  about_1_text:
    'At home you buy a bag; behind a bar you buy by the sack, with your own prices, approvals and invoices. It is the same coffee from the same drum.',
  about_2_title: 'Machines that stay',
  about_2_text: 'We sell few machines, test each one, and keep every part of them in stock for ten years.',
  about_3_title: 'What we pay',
  about_3_text: 'We buy directly or through importers we have visited, and pay above the exchange for every bag.',
  contact_title: 'Contact',
  contact_intro: 'A person reads this, Monday to Friday from 8 a.m. to 5 p.m. (Berlin time).',
  contact_1_title: 'Write',
  contact_1_text: 'hello@tradepost.example. Name the order number if there is one; then we need not ask.',
  contact_2_title: 'Call',
  contact_2_text: '+49 30 000000',
  contact_3_title: 'Companies',
  contact_3_text:
    'For prices, quotes and terms write to sales@tradepost.example. You hear from the person who looks after you within a working day.',
} as const;
