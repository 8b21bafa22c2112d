import { createContext, useContext } from 'react';

/** The nonce of this answer's content security policy. Empty in the browser, which hides it from scripts anyway. */
const Nonce = createContext('');

export const NonceProvider = Nonce.Provider;
export const useNonce = (): string => useContext(Nonce);
