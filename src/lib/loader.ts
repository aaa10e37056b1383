import { notFound, redirect } from "next/navigation";
import { recordDenial, recordLook, type Look } from "@/lib/audit";
import { presence } from "@/lib/auth/actor";
import { registerDoor } from "@/lib/door-register";
import type { Verdict } from "@/lib/guard";
import { currentLocale, currentPath } from "@/lib/locale";
import { localised, paths } from "@/lib/paths";
import type { Actor, Membership } from "@/modules/accounts/domain/roles";

export type Loaded<Subject> = { subject: Subject; actor: Actor; now: Date };

export type GuardedRead<Args, Subject> = {
  name: string;
  /**
   * What a stranger meets: `desk` is a person's own page, as their list or a judge's sheet, and asks anybody to sign in, whether or
   * not there is such a thing; `subject` is about one thing,
   * and answers "not found" to everybody who may not know of it, signed in or not.
   */
  kind: "desk" | "subject";
  load: (args: Args, context: { actor: Actor; now: Date }) => Promise<Subject | null>;
  policy: (actor: Actor, subject: Subject, now: Date) => Verdict;
  /** For what nobody may see untold: what the trail keeps of this look, or null where there is nothing of that kind on the page. */
  look?: (subject: Subject) => Look | null;
};

/** The door for pages: a read with its guard. A read that is refused looks as if nothing were there. */
export function loader<Args, Subject>(definition: GuardedRead<Args, Subject>) {
  const { name, load, policy } = definition;
  registerDoor({ kind: "loader", name, policy: policy.name, probe: { load, policy } });
  return guardedRead(definition);
}

/** What a loader does, for the doors that answer in another form than a page. */
export function guardedRead<Args, Subject>(definition: GuardedRead<Args, Subject>) {
  const { name, kind, load, policy, look } = definition;
  return async function run(args: Args): Promise<Loaded<Subject>> {
    const { actor, now } = await presence();
    if (!actor) {
      if (kind === "subject") notFound();
      return go(paths.signIn(await currentPath()));
    }
    const subject = await load(args, { actor, now });
    const verdict = subject === null ? null : policy(actor, subject, now);
    if (subject !== null && verdict?.allowed) {
      const seen = look?.(subject);
      // Before the page: what cannot be recorded is not shown.
      if (seen) await recordLook({ ...seen, actorId: actor.userId });
      return { subject, actor, now };
    }

    if (await anotherHatFits({ definition, args, actor, now })) return go(paths.workspaces(await currentPath()));
    if (verdict && !verdict.allowed) await recordDenial(name, actor.userId, verdict.because.key);
    notFound();
  };
}

/** A person with several roles who asks with the wrong one is sent to change it, not told that nothing is there. */
async function anotherHatFits<Args, Subject>(attempt: {
  definition: GuardedRead<Args, Subject>;
  args: Args;
  actor: Actor;
  now: Date;
}): Promise<boolean> {
  const { definition, args, actor, now } = attempt;
  const fits = async (hat: Membership) => {
    const other = { ...actor, hat };
    const subject = await definition.load(args, { actor: other, now });
    return subject !== null && definition.policy(other, subject, now).allowed;
  };
  for (const hat of actor.memberships) if (hat.id !== actor.hat?.id && (await fits(hat))) return true;
  return false;
}

async function go(path: string): Promise<never> {
  redirect(localised(path, await currentLocale()));
}
