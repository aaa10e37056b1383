import { loadCast, writePeopleFile } from "./cast";
import { loadDeciding, loadEvaluation, loadSelection } from "./demo-judging";
import { loadRegistration } from "./demo-registration";
import { loadBanyumas, loadPanel2020, loadPanelBanyumas, loadYear2020, publish2020, publishBanyumas } from "./demo-results";
import { once, unlessLoaded } from "./step";

/** One edition in each stage, and the people to look at them as. The rules of every edition are those of its file. */
export async function loadDemonstration(): Promise<void> {
  await once({ marker: "demo: cast", name: "People to sign in as", load: loadCast });
  await once({ marker: "demo: 2020", name: "KIPP 2020, to the end of evaluation", load: loadYear2020 });
  await unlessLoaded({ marker: "demo: 2020 top 99", name: "KIPP 2020, Top 99", load: () => publish2020("top-99") });
  await once({ marker: "demo: 2020 panel", name: "KIPP 2020, panel", load: loadPanel2020 });
  await unlessLoaded({ marker: "demo: 2020 top 45", name: "KIPP 2020, Top 45", load: () => publish2020("top-45") });
  await once({ marker: "demo: Banyumas", name: "KIPP Banyumas 2020, to the end of evaluation", load: loadBanyumas });
  await unlessLoaded({ marker: "demo: Banyumas top 20", name: "KIPP Banyumas 2020, Top 20", load: publishBanyumas });
  await once({ marker: "demo: Banyumas panel", name: "KIPP Banyumas 2020, panel", load: loadPanelBanyumas });
  await once({ marker: "demo: registration", name: "KIPP 2021, registration", load: loadRegistration });
  await once({ marker: "demo: selection", name: "KIPP 2021, administrative selection", load: loadSelection });
  await once({ marker: "demo: evaluation", name: "KIPP 2021, evaluation", load: loadEvaluation });
  await once({ marker: "demo: deciding", name: "KIPP 2021, before the decision", load: loadDeciding });
  await once({ marker: "demo", name: "Demonstration", load: async () => "complete" });
  writePeopleFile();
}
