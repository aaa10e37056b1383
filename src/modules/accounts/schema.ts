import { z } from "zod";
import { ownPath } from "@/lib/paths";
import { givenText, lineOfText, searchedText } from "@/lib/plain-text";
import { ROLES, SCOPE_OF_ROLE } from "./domain/roles";

/** One writing of an address: lower case, trimmed. */
const emailSchema = givenText(300, "accounts.email.invalid")
  .trim()
  .toLowerCase()
  .pipe(z.email("accounts.email.invalid"));

const PASSWORD_LENGTH = { minimum: 12, maximum: 200 } as const;

/** Length and nothing else: rules of composition make passwords worse, not better. */
const newPassword = givenText(PASSWORD_LENGTH.maximum, "accounts.password.long").min(PASSWORD_LENGTH.minimum, "accounts.password.short");

const LONGEST_PATH = 8_000;

/** Where to go afterwards; anything but a path of this portal counts as not given. */
const back = z
  .string()
  .optional()
  .transform((path) => (path && path.length <= LONGEST_PATH ? ownPath(path) : undefined));

/** Where the page of signing in, or of choosing a workspace, is asked to lead. */
export const backQuery = z.object({ kembali: back.catch(undefined) });

export const PEOPLE_SHOWN = 50;

/** What the lists of people understand of their address. */
export const peopleQuery = z.object({ cari: searchedText });

const presentPassword = givenText(PASSWORD_LENGTH.maximum, "accounts.password.long").min(1, "accounts.password.empty");

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: presentPassword,
  back,
});

export const signOutSchema = z.strictObject({});

export const chooseWorkspaceSchema = z.strictObject({ membershipId: z.uuid("common.errors.notFound"), back });

const token = givenText(100).min(20);

export const acceptInvitationSchema = z.strictObject({
  token,
  name: lineOfText(120).refine((name) => /\p{L}/u.test(name), "accounts.invitation.nameMissing"),
  position: lineOfText(120),
  password: newPassword,
});

export const acceptWithAccountSchema = z.strictObject({ token, password: presentPassword });

export const setPasswordSchema = z.strictObject({ token, password: newPassword });

export const demonstrationSchema = z.strictObject({ email: emailSchema, back });

/** A role is given for a place of its kind; which one is asked at its field. */
export const inviteSchema = z
  .strictObject({
  /** The person's agency takes part in the edition, and whoever invites has been told. */
  participantConfirmed: z.literal("yes").optional(),
    email: emailSchema,
    role: z.enum(ROLES, "accounts.invite.roleMissing"),
    editionSlug: givenText(100).optional(),
    agencyCode: givenText(300).optional(),
  })
  .superRefine(({ role, editionSlug, agencyCode }, context) => {
    const scope = SCOPE_OF_ROLE[role];
    if (scope === "EDITION" && !editionSlug) {
      context.addIssue({ code: "custom", path: ["editionSlug"], message: "accounts.invite.editionMissing" });
    }
    if ((scope === "AGENCY" || scope === "UNIT") && !agencyCode) {
      context.addIssue({ code: "custom", path: ["agencyCode"], message: "accounts.invite.agencyMissing" });
    }
  });

export const invitationIdSchema = z.strictObject({ invitationId: z.uuid("common.errors.notFound") });

export const handOverSchema = z.strictObject({
  invitationIds: z.array(z.uuid("common.errors.notFound"), "accounts.handOver.none").min(1, "accounts.handOver.none").max(PEOPLE_SHOWN),
});

export const membershipIdSchema = z.strictObject({ membershipId: z.uuid("common.errors.notFound") });

export const personIdSchema = z.strictObject({ userId: z.uuid("common.errors.notFound") });
