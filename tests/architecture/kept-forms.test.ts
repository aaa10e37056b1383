import { expect, test } from "vitest";
import { unkeptForms } from "./checks/kept-forms";
import { readSources } from "./checks/sources";

/** Where a copy on the device would be wrong, and why. */
const NOT_KEPT = {
  "src/modules/submission/components/send-form.tsx": "what is ticked and named there is signed, and is ticked anew on what is then seen",
  "src/modules/review/components/room/scoring-room.tsx": "the bar beside it saves each change, and keeps on the device what is not saved yet (open-sheet.ts)",
  "src/modules/review/components/pact/pact-page.tsx": "ties are kept on the server with each one added",
};

test("every form into which people write keeps their words on the device", () => {
  const found = unkeptForms(readSources("src")).map((place) => place.split(":")[0]);
  expect(found.filter((path) => !(path! in NOT_KEPT))).toEqual([]);
});

const form = (inner: string, keep = "") => `import { Reason } from "./reason";\nexport const Form = () => <ActionForm action={act} ${keep}>${inner}</ActionForm>;`;
const reason = "export function Reason() { return <Section><FormTextArea name=\"reason\" /></Section>; }";

test.each([
  ["a box in it", form("<FormTextArea name=\"a\" />"), 1],
  ["a box in a component of another file", form("<Section><Reason /></Section>"), 1],
  ["a box where it is drawn by chance only", form("{isOpen && <Reason />}"), 1],
  ["a copy kept", form("<Reason />", "keep={{ place: \"a\", basis: \"\" }}"), 0],
  ["nothing to write", form("<SubmitButton>Ya</SubmitButton>"), 0],
  ["a password", form("<FormText name=\"password\" type=\"password\" />"), 0],
  ["a code that confirms", form("<FormText name=\"editionCode\" data-confirms />"), 0],
])("with %s", (_, source, count) => {
  expect(unkeptForms({ "src/modules/a/components/form.tsx": source, "src/modules/a/components/reason.tsx": reason })).toHaveLength(count);
});
