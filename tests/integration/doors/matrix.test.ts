import { beforeAll, describe, expect, test } from "vitest";
import { CAST, type CastMember } from "../../support/door-cast";
import { keyOf, PROBES, type Probe } from "../../support/door-probes";
import { doorWorld, type DoorWorld, type WorldState } from "../../support/door-world";
import { isLetIn, knock, NOT_FOUND, openDoors } from "../../support/knock";
import { EXPECTED } from "./expected";

/* Every door of the register and everybody of the cast: each cell is asserted, and a door without a row turns this red. */

const doors = await openDoors();
let worlds: Record<WorldState, DoorWorld>;

beforeAll(async () => {
  worlds = { AT_WORK: await doorWorld("AT_WORK"), DECIDED: await doorWorld("DECIDED") };
});

describe("the table", () => {
  test("every door of the register is asked about", () => {
    const asked = new Set(PROBES.map(({ door }) => door));
    expect([...doors.keys()].filter((door) => !asked.has(door)).sort()).toEqual([]);
  });

  test("every question is about a door that exists, and has its row", () => {
    expect(PROBES.filter(({ door }) => !doors.has(door)).map(keyOf)).toEqual([]);
    expect(Object.keys(EXPECTED).sort()).toEqual([...new Set(PROBES.map(keyOf))].sort());
    expect(new Set(PROBES.map(keyOf)).size).toBe(PROBES.length);
  });

  test("nobody of the cast is allowed nothing, and only open doors let a stranger in", () => {
    const rows = Object.entries(EXPECTED);
    for (const member of CAST) expect(rows.some(([, allowed]) => allowed.includes(member))).toBe(true);
    const openToStrangers = rows.filter(([, allowed]) => allowed.includes("anonymous")).map(([key]) => key.split(":")[0]);
    expect(openToStrangers.filter((door) => doors.get(door!)?.kind !== "open")).toEqual([]);
  });
});

describe("who may", () => {
  for (const probe of PROBES) {
    const allowed = EXPECTED[keyOf(probe)] ?? [];
    test(`${keyOf(probe)}: ${namesOf(allowed)}`, async () => {
      const { door, world } = placeOf(probe);
      const passed: CastMember[] = [];
      for (const member of CAST) if (await isLetIn({ door, world, member }, probe.input(world))) passed.push(member);
      expect(passed).toEqual(CAST.filter((member) => allowed.includes(member)));
    });
  }
});

const STRANGERS: readonly CastMember[] = ["foreignInnovator", "foreignAgencyAdmin", "unitNeighbour", "newcomer"];

describe("what belongs to an agency betrays nothing to others, not even that it exists", () => {
  for (const probe of PROBES.filter(({ unknown }) => unknown)) {
    test(keyOf(probe), async () => {
      const { door, world } = placeOf(probe);
      for (const member of ["anonymous", ...STRANGERS] as const) {
        if (EXPECTED[keyOf(probe)]?.includes(member)) continue;
        const real = await knock({ door, world, member }, probe.input(world));
        expect(real, member).toBe(await knock({ door, world, member }, probe.unknown!(world)));
        if (member !== "anonymous" || door.kind === "loader") expect(real, member).toMatch(/common\.errors\.notFound|^NEXT_HTTP_ERROR_FALLBACK;404$/);
      }
    });
  }
});

const pages = PROBES.filter(({ door }) => ["loader", "guardedFile"].includes(doors.get(door)?.maker ?? ""));

describe("a page, or a file behind one, gives everybody it refuses the same answer", () => {
  for (const probe of pages) {
    test(keyOf(probe), async () => {
      const { door, world } = placeOf(probe);
      const told = await knock({ door, world, member: "anonymous" }, probe.input(world));
      // A desk is everybody's own page: it asks a stranger to sign in, whatever it would show.
      expect(told).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404$|^NEXT_REDIRECT;[a-z]+;\/masuk/);
      if (probe.unknown) expect(told).toBe(NOT_FOUND);

      const refused = CAST.filter((member) => member !== "anonymous" && !EXPECTED[keyOf(probe)]?.includes(member));
      for (const member of refused) expect(await knock({ door, world, member }, probe.input(world)), member).toBe(NOT_FOUND);
    });
  }
});

function placeOf({ door, state = "AT_WORK" }: Probe) {
  return { door: doors.get(door)!, world: worlds[state] };
}

function namesOf(allowed: readonly CastMember[]): string {
  if (allowed.length === CAST.length) return "everybody";
  return allowed.length === 0 ? "nobody" : allowed.join(", ");
}
