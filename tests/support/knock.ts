import { registeredDoors, type Door } from "@/lib/door-register";
import type { FormState } from "@/lib/form-state";
import { presence } from "@/lib/auth/actor";
import { ask } from "./ask";
import type { CastMember } from "./door-cast";
import type { DoorWorld } from "./door-world";
import { everyDoor, type OpenedDoor } from "./doors";
import { press } from "./press";
import { askAs } from "./request";

export type OpenDoors = Map<string, OpenedDoor & { kind: Door["kind"]; probe: Door["probe"] }>;

/** Every door by its name, with its own steps and with what its callers call. */
export async function openDoors(): Promise<OpenDoors> {
  const opened = await everyDoor();
  const registered = new Map(registeredDoors().map((door) => [door.name, door]));
  return new Map(opened.map((door) => [door.name!, { ...door, kind: registered.get(door.name!)!.kind, probe: registered.get(door.name!)!.probe }]));
}

type Knock = { door: OpenDoors extends Map<string, infer Opened> ? Opened : never; world: DoorWorld; member: CastMember };

/** Does the door let this person pass? Asks its own load and policy, so that nothing is done behind it. */
export async function isLetIn({ door, world, member }: Knock, input: Record<string, unknown>): Promise<boolean> {
  if (!door.probe || member === "anonymous") return isWelcome(await knock({ door, world, member }, input));
  enterAs(world, member);
  const { actor, now } = await presence();
  if (actor?.userId !== world.cast[member].userId) throw new Error(`The session of ${member} is not theirs.`);
  const { load, policy } = door.probe;
  const subject = await load(input as never, (TOLD_THE_TIME.includes(door.kind) ? { actor, now } : actor) as never);
  return subject !== null && policy(actor as never, subject as never, now).allowed;
}

/** Doors whose own reading asks what time it is. */
const TOLD_THE_TIME: readonly Door["kind"][] = ["loader", "file"];

/** What a person at the door is told, in one comparable form: everything that could betray whether something is there. */
export async function knock({ door, world, member }: Knock, input: Record<string, unknown>): Promise<string> {
  enterAs(world, member);
  const run = door.run as never;
  try {
    if (door.maker === "action" || door.maker === "openAction") return answerOf(await press(run, formOf(fromOwnPage(input, world, member))));
    if (door.maker === "endpoint") return JSON.stringify(await ask(run, fromOwnPage(input, world, member)));
    if (door.maker === "openFile") return await fileFrom(run, { params: input });
    if (door.maker === "guardedFile") return await fileFrom(run, input as Address);
    await door.run(input as never);
    return "page";
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

/** Whose page asks is named by the page: here it is the person's own. */
const fromOwnPage = (input: Record<string, unknown>, { cast }: DoorWorld, member: CastMember) =>
  "writerId" in input && member !== "anonymous" ? { ...input, writerId: cast[member].userId } : input;

type FileDoor = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

type Address = { params: Record<string, unknown>; query?: Record<string, string> };

async function fileFrom(run: FileDoor, { params, query }: Address): Promise<string> {
  const { status } = await run(new Request(`http://localhost/?${new URLSearchParams(query)}`), { params: Promise.resolve(params) });
  return `page ${status}`;
}

export const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

/** Only asked of doors that do nothing for a stranger, and of open ones. */
const isWelcome = (told: string) => !told.startsWith("NEXT_") && !/"?(key|error)"?:"common\.errors\.(signedOut|notFound|notAllowed)"/.test(told);

function enterAs({ cast }: DoorWorld, member: CastMember): void {
  askAs(member === "anonymous" ? null : cast[member].sessionId);
}

/** The typed fields go back to whoever sent them and tell nothing. */
function answerOf(state: FormState | { status: "redirected"; to: string }): string {
  return JSON.stringify(state, (name, value: unknown) => (name === "typed" ? undefined : value));
}

/** What a form would send: names with dots, lists with brackets, nothing for what is not given. */
function formOf(input: Record<string, unknown>, prefix = ""): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, string | string[]][] => {
      if (value === undefined || value === null) return [];
      if (Array.isArray(value)) return [[`${prefix}${name}[]`, value.map(String)]];
      if (typeof value === "object") return Object.entries(formOf(value as Record<string, unknown>, `${prefix}${name}.`));
      return [[prefix + name, String(value)]];
    }),
  );
}
