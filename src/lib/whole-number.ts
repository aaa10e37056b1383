import { z } from "zod";

/** A number typed or sent by a form or a script, as digits only; at most what a column of the database takes. */
export const wholeNumber = (message = "common.errors.invalid") =>
  z.union([z.number().int().min(0).max(999_999_999), z.string().regex(/^\d{1,9}$/).transform(Number)], message);

/** The version of a thing that a form or a script has seen: an act on another one is refused. */
export const seenVersion = wholeNumber();
