import { afterEach, expect, test, vi } from "vitest";
import { listenToOtherTabs } from "./other-tabs";

const open: { stop: () => void }[] = [];
afterEach(() => open.splice(0).forEach((tab) => tab.stop()));

function tab(place: string, writerId = "rina") {
  const onOther = vi.fn();
  const listening = listenToOtherTabs({ writerId, place }, onOther);
  open.push(listening);
  return { ...listening, onOther };
}

test("two tabs in which one form is filled in both hear of it", async () => {
  const [first, second] = [tab("baca.A"), tab("baca.A")];
  first.typed(true);
  second.typed(true);
  await vi.waitFor(() => expect(second.onOther).toHaveBeenCalled());
  expect(first.onOther).toHaveBeenCalled();
});

test("a tab that is only read, was sent, or belongs to another form or person hears nothing", async () => {
  const sent = tab("baca.A");
  sent.typed(true);
  sent.typed(false);
  const others = [sent, tab("baca.A"), tab("baca.B"), tab("baca.A", "budi")];
  others[2]!.typed(true);
  others[3]!.typed(true);
  const [typing, witness] = [tab("baca.A"), tab("baca.A")];
  typing.typed(true);
  witness.typed(true);
  await vi.waitFor(() => expect(typing.onOther).toHaveBeenCalled());
  for (const other of others) expect(other.onOther).not.toHaveBeenCalled();
});
