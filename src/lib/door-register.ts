/** Every door of the portal, filled as the modules are loaded; the architecture tests read it. */
export type Door = {
  kind: "action" | "loader" | "endpoint" | "file" | "open";
  name: string;
  policy: string;
  /** For the test over every role and every door: the door's own steps, without its shell. */
  probe?: {
    load: (input: never, context: never) => Promise<unknown>;
    policy: (actor: never, subject: never, now: Date) => { allowed: boolean };
  };
};

const doors = new Map<string, Door>();

export function registerDoor(door: Door): void {
  doors.set(`${door.kind} ${door.name}`, door);
}

export const registeredDoors = (): Door[] => [...doors.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
