import type { FormState } from "@/lib/form-state";
import type { Loaded } from "@/lib/loader";
import { press } from "../press";
import { askAs } from "../request";

/** Somebody with a session of their own. */
export type Visitor = { name: string; email: string; sessionId: string };

type Form = (previous: FormState, formData: FormData) => Promise<FormState>;
type Fields = Record<string, string | string[]>;

/** Sends a form that must succeed; gives the address it leads to. */
export async function send(who: Visitor, form: Form, fields: Fields): Promise<string> {
  const answer = await told(who, form, fields);
  if (answer.status !== "redirected") throw new Error(`${who.name} was not led on: ${JSON.stringify(answer)}`);
  return answer.to;
}

/** Sends a form; gives whatever became of it. */
export async function told(who: Visitor, form: Form, fields: Fields): ReturnType<typeof press> {
  askAs(who.sessionId);
  return press(form, fields);
}

/** Opens a page; gives what it would show. */
export async function see<Args, Subject>(who: Visitor, page: (args: Args) => Promise<Loaded<Subject>>, args: Args): Promise<Subject> {
  return (await open(who, page, args)).subject;
}

/** Opens a page; gives what it has to show, and to whom. */
export async function open<Args, Subject>(who: Visitor, page: (args: Args) => Promise<Loaded<Subject>>, args: Args): Promise<Loaded<Subject>> {
  askAs(who.sessionId);
  return page(args);
}
