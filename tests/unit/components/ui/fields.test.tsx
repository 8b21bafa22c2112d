import { describe, expect, test } from 'vitest';
import { useMessages } from '#app/components/i18n/words.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField, fieldId } from '#app/components/ui/field.tsx';
import { QuantityStepper } from '#app/components/ui/quantity-stepper.tsx';
import { fieldOf } from '#app/http/form-answer.ts';
import { render, textOf } from '#tests/support/render.tsx';

const refused = {
  fields: { email: 'Enter an email address such as name@example.com.' },
  messages: ['The two do not match.'],
  values: { email: 'ana', name: '<b>Ana</b>' },
};

describe('a field', () => {
  test('is named by its label and described by hint and error', () => {
    const markup = render(<TextField label="Email" hint="For the receipt." {...fieldOf(refused, 'email')} />);
    expect(markup).toContain('<label for="field-email"');
    expect(markup).toContain('aria-describedby="field-email-hint field-email-error"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('value="ana"');
    expect(textOf(markup)).toContain('Enter an email address such as name@example.com.');
  });
  test('keeps what was typed, harmless, and what is stored where nothing was', () => {
    expect(render(<TextField label="Name" {...fieldOf(refused, 'name', 'Ben')} />)).toContain(
      'value="&lt;b&gt;Ana&lt;/b&gt;"',
    );
    expect(render(<TextField label="Name" {...fieldOf(undefined, 'name', 'Ben')} />)).toContain('value="Ben"');
    expect(render(<TextField label="City" {...fieldOf(refused, 'city', 'Berlin')} />)).toContain('value=""');
  });
});

test('the summary counts what is wrong and links each to its field', () => {
  const markup = render(<ErrorSummary answer={refused} labels={{ email: 'Email' }} />);
  expect(textOf(markup)).toContain('2 things need your attention');
  expect(markup).toContain(`href="#${fieldId('email')}"`);
});

test('without scripts the quantity is a number field with its limits and no dead buttons', () => {
  const markup = render(<QuantityStepper least="6" step="6" most="60" />);
  expect(markup).toMatch(/<label for="field-quantity"[^>]*>Quantity<\/label>/);
  expect(markup).toMatch(/type="number"[^>]*min="6" max="60" step="6"/);
  const buttons = markup.match(/<button[^>]*>/g) ?? [];
  expect(buttons).toHaveLength(2);
  for (const button of buttons) expect(button).toContain('noscript:hidden');
});

test('a page that forgot to name an area fails at once', () => {
  const Forgetful = () => <p>{useMessages('cart')('title')}</p>;
  expect(() => render(<Forgetful />)).toThrow('"cart"');
});
