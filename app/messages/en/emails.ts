export const emails = {
  greeting: 'Hello {name},',
  footer: 'Tradepost, coffee roasters. You get this mail because you have an account or an order with us.',
  unsubscribe: 'Unsubscribe',
  welcomeSubject: 'Welcome to Tradepost',
  welcomePreview: 'Your account is ready.',
  welcomeBody: 'Your account is ready. From now on your orders, addresses and saved cards are in one place.',
  welcomeButton: 'Visit the shop',
} as const;
