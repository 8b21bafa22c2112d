/** Units free for sale (on the shelf less promised) at which a variant that is not sold on backorder has to be looked at. */
export const lowStockUnits = 5;
