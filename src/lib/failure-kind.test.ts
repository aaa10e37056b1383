import { describe, expect, test } from "vitest";
import { kindOfFailure } from "@/lib/failure-kind";

const prisma = (code: string, cause: object) =>
  Object.assign(new Error("Invalid `prisma.answer.update()` invocation"), { code, meta: { driverAdapterError: Object.assign(new Error("DriverAdapterError"), { cause }) } });

describe("a failure is told by what the person can do about it", () => {
  test.each([
    ["a full disk, as a statement tells it", prisma("P2010", { originalCode: "53100", originalMessage: 'could not extend file: No space left on device', kind: "postgres" }), "STORAGE_FULL"],
    ["a server that was shut down", prisma("P2010", { originalCode: "57P01", kind: "postgres" }), "DATABASE_GONE"],
    ["a server that is not there", Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "DATABASE_GONE"],
    ["a connection that broke under a statement", new Error("Connection terminated unexpectedly"), "DATABASE_GONE"],
    ["no connection to spare", prisma("P2037", { kind: "TooManyConnections", originalCode: "53300" }), "BUSY"],
    ["none in time", new Error("timeout exceeded when trying to connect"), "BUSY"],
    ["none of the several addresses of a host", new AggregateError([Object.assign(new Error("a"), { code: "ECONNREFUSED" })]), "DATABASE_GONE"],
    ["a mistake of ours", new TypeError("x is not a function"), "UNEXPECTED"],
    ["a rule of a table", prisma("P2002", { originalCode: "23505", kind: "UniqueConstraintViolation" }), "UNEXPECTED"],
    ["nothing at all", undefined, "UNEXPECTED"],
  ])("%s", (_, error, kind) => expect(kindOfFailure(error)).toBe(kind));
});
