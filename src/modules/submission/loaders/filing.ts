import { randomUUID } from "node:crypto";
import { loader } from "@/lib/loader";
import { isReadable } from "@/lib/plain-text";
import { filingCheck } from "../domain/filing-check";
import { mayReadForAgency, mayUseAgencyDesk, receiptsVisibleTo } from "../policy/filing";
import { mayAskWithdrawal } from "../policy/withdrawing";
import { submissionsVisibleTo } from "../policy/writing";
import { agencyReading, nextInReview } from "../queries/agency-reading";
import { agencyList } from "../queries/agency-list";
import { agencyDesk, agencyPlace, filingList } from "../queries/filing";
import { openWithdrawals, withdrawalOf } from "../queries/withdrawal";
import { filingAnswerOf, receiptByNumber, receiptsIn } from "../queries/receipts";
import { agencyListQuery, decidedIn, filingQuery, readingQuery, receiptQuery } from "../schema/filing";

/** The query of an address, as it came. */
type Asked = { query: unknown };

/** G1 */
export const loadAgencyDesk = loader({
  name: "submission.agencyDesk",
  kind: "desk",
  load: async ({ query }: Asked, { actor, now }) => {
    const scope = submissionsVisibleTo(actor);
    const place = await agencyPlace(scope, { slug: agencyListQuery.parse(query).edisi, now });
    if (!place) return null;
    const { agency, edition } = place;
    return {
      ...place, desk: edition && (await agencyDesk(scope, { agency, edition, now })),
      withdrawals: edition ? await openWithdrawals(scope, edition.id) : [],
    };
  },
  policy: mayUseAgencyDesk,
});

/** G3 */
export const loadAgencyList = loader({
  name: "submission.agencyList",
  kind: "desk",
  load: async (asked: Asked, { actor, now }) => {
    const query = agencyListQuery.parse(asked.query);
    const scope = submissionsVisibleTo(actor);
    const place = await agencyPlace(scope, { slug: query.edisi, now });
    if (!place) return null;
    const { edition } = place;
    return { ...place, query, list: edition && (await agencyList(scope, { edition, query, now })) };
  },
  policy: mayUseAgencyDesk,
});

/** G4; what was just decided is told once it is true, with the next one of the queue. */
export const loadAgencyReading = loader({
  name: "submission.agencyReading",
  kind: "subject",
  load: async ({ code, query }: { code: string } & Asked, { actor, now }) => {
    const scope = submissionsVisibleTo(actor);
    const reading = isReadable(code) ? await agencyReading(scope, { code, now }) : null;
    if (!reading) return null;
    const by = decidedIn(readingQuery.parse(query), reading.status);
    return {
      ...reading, withdrawal: await withdrawalOf(reading), asking: mayAskWithdrawal(actor, reading, now),
      decided: by && { by, next: await nextInReview(scope, reading) },
    };
  },
  policy: mayReadForAgency,
});

/** G5; the key names one act of filing, however often its form is sent. */
export const loadFiling = loader({
  name: "submission.filingPage",
  kind: "desk",
  load: async (asked: Asked, { actor, now }) => {
    const query = filingQuery.parse(asked.query);
    const scope = submissionsVisibleTo(actor);
    const place = await agencyPlace(scope, { slug: query.edisi, now });
    if (!place) return null;
    const { edition } = place;
    const list = edition && (await filingList(scope, { edition, now }));
    const isCheck = list && query.langkah === "periksa";
    return {
      ...place, query, key: randomUUID(), list,
      check: isCheck ? filingCheck({ ...list, codes: query.pilih, registration: edition.registration, now }) : null,
      answer: query.hasil ? await filingAnswerOf(actor.userId, query.hasil) : null,
    };
  },
  policy: mayUseAgencyDesk,
});

/** G6 */
export const loadAgencyReceipts = loader({
  name: "submission.agencyReceipts",
  kind: "desk",
  load: async (_: object, { actor }) => ({ receipts: await receiptsIn(receiptsVisibleTo(actor)) }),
  policy: mayUseAgencyDesk,
});

export const loadAgencyReceipt = loader({
  name: "submission.agencyReceipt",
  kind: "subject",
  load: async ({ number, query }: { number: string } & Asked, { actor }) => {
    const receipt = isReadable(number) ? await receiptByNumber(number) : null;
    const { hasil } = receiptQuery.parse(query);
    return receipt && { ...receipt, answer: hasil ? await filingAnswerOf(actor.userId, hasil) : null };
  },
  policy: mayReadForAgency,
});
