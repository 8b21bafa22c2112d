import type { forms as english } from '../en/forms';

export const forms = {
  required: 'Bitte ausfüllen.',
  invalid: 'Das sieht nicht richtig aus.',
  invalid_email: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  invalid_url: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
  invalid_choice: 'Wählen Sie eine der Möglichkeiten.',
  invalid_date: 'Geben Sie ein Datum wie 2026-11-30 ein.',
  not_a_number: 'Geben Sie eine Zahl ein.',
  not_a_whole_number: 'Geben Sie eine ganze Zahl ein.',
  not_an_amount: 'Geben Sie einen Betrag wie 24.50 ein.',
  too_short: 'Mindestens {least} Zeichen.',
  too_long: 'Höchstens {most} Zeichen.',
  too_small: 'Geben Sie {least} oder mehr ein.',
  too_big: 'Geben Sie {most} oder weniger ein.',
  too_few: 'Wählen Sie mindestens {least}.',
  too_many: 'Wählen Sie höchstens {most}.',
  not_in_steps: 'Wählen Sie ein Vielfaches von {step}.',
  unknown_field: 'Dieses Feld wird hier nicht erwartet.',
  postal_code: 'Das ist keine Postleitzahl dieses Landes.',
  not_the_same: 'Beides stimmt nicht überein.',
  already_taken: 'Das ist schon vergeben.',
} as const satisfies Record<keyof typeof english, string>;
