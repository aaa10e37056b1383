import { expect, test } from "vitest";
import { proposedSigners, signedStatements, signersOf } from "./signers";

const text = { id: "Benar", en: "True" };
const unitHead = { id: "Kepala unit", en: "Head of the unit" };
const agencyHead = { id: "Pimpinan instansi", en: "Head of the agency" };
const statements = [
  { key: "pelaksanaan", text, signer: unitHead }, { key: "berbagi", text, signer: agencyHead }, { key: "identitas", text, signer: { ...unitHead } },
];

test("each office is asked for once, in the order of the statements", () => {
  expect(signersOf(statements)).toEqual([{ key: "pelaksanaan", office: unitHead }, { key: "berbagi", office: agencyHead }]);
  expect(signersOf([])).toEqual([]);
});

test("every statement is signed by the person of its own office", () => {
  expect(signedStatements(statements, { pelaksanaan: "Rina", berbagi: "Budi" })).toEqual({
    ok: true,
    value: [{ key: "pelaksanaan", signer: "Rina" }, { key: "berbagi", signer: "Budi" }, { key: "identitas", signer: "Rina" }],
  });
});

test.each([{ pelaksanaan: "Rina" }, { pelaksanaan: "Rina", berbagi: "" }, { identitas: "Rina", berbagi: "Budi" }])(
  "an office without a name is not passed over: %o", (names) => {
    expect(signedStatements(statements, names)).toMatchObject({ ok: false, refusal: { key: "submission.send.signersMissing" } });
  });

test("the signatory stands for the first office, and who signed before for the others", () => {
  expect(proposedSigners(statements, "Rina", { pelaksanaan: "Sari", berbagi: "Budi" })).toEqual({ pelaksanaan: "Rina", berbagi: "Budi" });
  expect(proposedSigners(statements, "Rina", {})).toEqual({ pelaksanaan: "Rina", berbagi: undefined });
});
