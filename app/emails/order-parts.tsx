import { Button, Column, Row, Section, Text } from '@react-email/components';
import { button, cell } from './layout';

export type MailLine = { label: string; amount: string };

/** What, and for how much, one under the other. */
export function LineTable({ lines, isStrong = false }: { lines: readonly MailLine[]; isStrong?: boolean }) {
  return (
    <Section>
      {lines.map((line, index) => (
        <Row key={`${line.label} ${index}`}>
          <Column style={{ ...cell, fontWeight: isStrong && index === lines.length - 1 ? 700 : 400 }}>
            {line.label}
          </Column>
          <Column
            style={{
              ...cell,
              textAlign: 'end' as const,
              whiteSpace: 'nowrap' as const,
              fontWeight: isStrong && index === lines.length - 1 ? 700 : 400,
            }}
          >
            {line.amount}
          </Column>
        </Row>
      ))}
    </Section>
  );
}

export function OrderButton({ url, words }: { url: string; words: string }) {
  return (
    <Section style={{ padding: '16px 0' }}>
      <Button href={url} className="mail-button" style={button}>
        {words}
      </Button>
    </Section>
  );
}

export function AddressBlock({ lines }: { lines: readonly string[] }) {
  return (
    <Text style={{ ...cell, margin: 0 }}>
      {lines.map((line, index) => (
        <span key={`${line} ${index}`}>
          {line}
          <br />
        </span>
      ))}
    </Text>
  );
}
