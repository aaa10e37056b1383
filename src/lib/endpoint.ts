import { NextResponse } from "next/server";
import type { z } from "zod";
import { recordDenial } from "@/lib/audit";
import { presence } from "@/lib/auth/actor";
import { registerDoor } from "@/lib/door-register";
import { env } from "@/lib/env";
import { refusalOfIssue, sentence } from "@/lib/form-state";
import type { Verdict } from "@/lib/guard";
import type { Refusal, Result } from "@/lib/result";
import { reportFailure } from "@/lib/unexpected";
import type { Actor } from "@/modules/accounts/domain/roles";

const BODY_LIMIT = 512 * 1024;

type EndpointDefinition<Schema extends z.ZodType, Subject> = {
  name: string;
  input: Schema;
  /** Whose page asks: meanwhile somebody else may have signed in in the same browser, and must not carry it. */
  sentBy?: (input: z.output<Schema>) => string | undefined;
  load: (input: z.output<Schema>, actor: Actor) => Promise<Subject | null>;
  policy: (actor: Actor, subject: Subject, now: Date) => Verdict;
  /** The value is sent as JSON; a refusal as 409 with its sentence and, where it helps, `details`. */
  execute: (context: { input: z.output<Schema>; subject: Subject; actor: Actor; now: Date }) => Promise<Result<unknown>>;
};

/** The door for what a script asks while a page is open: JSON in, JSON out, only from our own pages. */
export function endpoint<Schema extends z.ZodType, Subject>(definition: EndpointDefinition<Schema, Subject>) {
  const { name, input, sentBy, load, policy, execute } = definition;
  registerDoor({ kind: "endpoint", name, policy: policy.name, probe: { load, policy } });

  return async function handle(request: Request): Promise<Response> {
    try {
      if (!isFromOwnPage(request)) return answer(403, { key: "common.errors.otherSite" });
      const { actor, now } = await presence();
      if (!actor) return answer(401, { key: "common.errors.signedOut" });

      const body = await readBody(request);
      if (body === undefined) return answer(413, { key: "common.errors.tooLarge" });
      const parsed = input.safeParse(body);
      if (!parsed.success) return answer(422, refusalOfIssue(parsed.error.issues[0]!));
      const writer = sentBy?.(parsed.data);
      if (writer !== undefined && writer !== actor.userId) return answer(412, { key: "common.errors.otherPerson" });

      const subject = await load(parsed.data, actor);
      if (subject === null) return answer(404, { key: "common.errors.notFound" });
      const verdict = policy(actor, subject, now);
      if (!verdict.allowed) {
        await recordDenial(name, actor.userId, verdict.because.key);
        return answer(403, verdict.because);
      }
      const outcome = await execute({ input: parsed.data, subject, actor, now });
      return outcome.ok ? json(200, outcome.value) : answer(409, outcome.refusal, outcome.details);
    } catch (error) {
      const { status, because } = reportFailure(name, error);
      return answer(status, because);
    }
  };
}

/** A browser says where a request comes from; a page of another site, or none at all, is refused. */
function isFromOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  return request.headers.get("origin") === `${new URL(env().NEXTAUTH_URL).protocol}//${request.headers.get("host")}`;
}

async function readBody(request: Request): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return null;
  const text = await request.text();
  if (text.length > BODY_LIMIT) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function answer(status: number, because: Refusal, details?: unknown): Promise<Response> {
  return json(status, { error: because.key, message: await sentence(because), details });
}

const json = (status: number, body: unknown) =>
  NextResponse.json(body, { status, headers: { "cache-control": "no-store", ...(status === 503 ? { "retry-after": "10" } : {}) } });
