import { CAST } from "./cast";
import { staffOfFillers, type Staff } from "./people";

export const SEED = 20260101;

/** Those who run the national editions of the demonstration. */
export const STAFF: Staff = {
  ...staffOfFillers(1), secretariat: CAST.secretariat, secondSecretariat: CAST.secondSecretariat, publisher: CAST.publisher, appointedBy: CAST.superAdmin,
};

/** Where the two selectors of the cast are at work. */
export const SELECTION_STAFF: Staff = { ...STAFF, selectors: [CAST.selector, CAST.secondSelector] };

export const BANYUMAS_STAFF: Staff = { ...staffOfFillers(2), secretariat: CAST.secretariatBanyumas, appointedBy: CAST.superAdmin };
