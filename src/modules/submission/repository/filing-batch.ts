import type { Transaction } from "@/lib/db";
import type { EditionView } from "@/modules/competition/queries";
import type { FilingCandidate } from "../domain/filing";

/** What an agency admin asks for: these proposals of this agency, in this edition, once. */
export type FilingRequest = {
  edition: Pick<EditionView, "id" | "organizerId" | "year" | "zone" | "name" | "rules">;
  agencyId: string;
  /** Who files, and the address their own letter goes to. */
  by: { userId: string; name: string; email: string };
  key: string;
  codes: string[];
  /** When registration closes, in the words of the refusal. */
  closesAtText: string;
};

/** One batch that is being filed: what the steps of the transaction hand on. */
export type Batch = { request: FilingRequest; tx: Transaction; receivedAt: Date };

export type Candidate = FilingCandidate & { id: string; title: string; version: number; ownerId: string };
