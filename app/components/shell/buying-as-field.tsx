import { useShell } from './use-shell';

/** Every form whose act depends on who buys carries for whom it was shown. */
export const BuyingAsField = () => <input type="hidden" name="buying_as" value={useShell().buyingAs} />;
