import { expect, test } from "@playwright/test";
import {
  thenAnybodyReadsThePage, thenNobodyOutsideSeesAnything, thenTheDataAreTheOnesThatWereSigned, thenTheInnovationShowsBothLevels,
  thenThePageSaysWhatChangedFromTheProvisionalList, thenThePublicReadsTheProvisionalListStill, thenTheSecretariatCannotPublish,
  whenThePlenaryDecidesTheTie, whenThePublisherPublishes, whenThePublisherPublishesAProvisionalList,
  whenThePublisherTypesTheWrongCode, whenTheSecretariatDeclaresTheSetReady, whenTheSecretariatFreezes,
  whenTheSecretariatGivesTheListBack, whenTheSecretariatReplacesTheThirdByTheFourth,
} from "./acts/deciding";
import {
  givenTheSuperAdmin, thenThePublicPageOfTheEditionIsThere, whenTheAgencyAddsAUnit, whenTheAgencyInvitesTheInnovator,
  whenTheRulesArePasted, whenTheSecretariatAndTheAgencyAreInvited, whenTheSecretariatInvites, whenTheSuperAdminInvitesThePublisher,
} from "./acts/opening";
import {
  whenSheScoresAll, whenTheEvaluatorsSignThePact, whenThePanelistScoresAll, whenThePanelistSignsThePact, whenTheSecretariatAssigns,
} from "./acts/scoring";
import {
  thenTheInnovatorReads, thenTheInnovatorReadsNothingYet, whenTheSecretariatReleases, whenTheSelectorPassesAllSix,
} from "./acts/selecting";
import {
  givenFiveFurtherEntries, thenItHasNotReachedTheOrganiser, thenTheInnovatorReadsTheReceiptsNumber, whenTheAgencyEndorses,
  whenTheAgencyFiles, whenTheInnovatorChecksAndSends, whenTheInnovatorStartsAProposal, whenTheInnovatorWritesEachSection,
} from "./acts/writing";
import { EDITION, everybodyLeaves, openPage, handOverTo, story } from "./acts/story";
import { moveTimetable } from "../../support/journey-timetable";
import { signInAs } from "../../support/sign-in-as";

/*
 * One innovation from the opening of its competition to the public page, through the hands of everybody who acts, in a
 * competition that this story itself brings (`rules.yaml`). Only two things are done behind the screens: days are moved,
 * because a test cannot wait; and five further entries are filed at once, because the screens for that
 * were walked for the first.
 */

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => {
  story.browser = browser;
});
test.afterAll(everybodyLeaves);

test("a super admin opens an edition by pasting its rules, and invites its secretariat and an agency", async () => {
  await givenTheSuperAdmin();
  await whenTheRulesArePasted();
  await thenThePublicPageOfTheEditionIsThere();
  await whenTheSecretariatAndTheAgencyAreInvited();
});

test("the secretariat invites everybody who will select and score", async () => {
  await whenTheSecretariatInvites("selector", "Verifikator administrasi");
  await whenTheSecretariatInvites("evaluator", "Evaluator");
  await whenTheSecretariatInvites("secondEvaluator", "Evaluator");
  await whenTheSecretariatInvites("panelist", "Juri panel");
});

test("the super admin hands over their links together, and invites whoever publishes", async () => {
  await handOverTo("selector", "evaluator", "secondEvaluator", "panelist");
  await whenTheSuperAdminInvitesThePublisher();
});

test("the agency adds a unit and invites its innovator", async () => {
  await whenTheAgencyAddsAUnit();
  await whenTheAgencyInvitesTheInnovator();
});

test("the innovator writes a proposal that saves itself, checks it and sends it", async () => {
  await moveTimetable(EDITION, "daftar", "in");
  await whenTheInnovatorStartsAProposal();
  await whenTheInnovatorWritesEachSection();
  await whenTheInnovatorChecksAndSends();
  await thenItHasNotReachedTheOrganiser();
});

test("the agency reads, endorses and files it, and has a receipt", async () => {
  await whenTheAgencyEndorses();
  await whenTheAgencyFiles();
  await thenTheInnovatorReadsTheReceiptsNumber();
});

test("the selector passes every entry, and the secretariat releases the outcome", async () => {
  await givenFiveFurtherEntries();
  await moveTimetable(EDITION, "periksa", "in");
  await whenTheSelectorPassesAllSix();
  await thenTheInnovatorReadsNothingYet();
  await whenTheSecretariatReleases();
  await thenTheInnovatorReads("Lolos administrasi");
});

test("the secretariat spreads the entries over the evaluators after a preview", async () => {
  await moveTimetable(EDITION, "baca", "in");
  await whenTheEvaluatorsSignThePact();
  await whenTheSecretariatAssigns("baca", "12");
});

test("each evaluator scores six entries in the room with the keyboard", async () => {
  await whenSheScoresAll("evaluator");
  await whenSheScoresAll("secondEvaluator");
});

test("the secretariat freezes the ranking, the plenary decides a tie on the line, and the set is declared ready", async () => {
  await moveTimetable(EDITION, "baca", "after");
  await whenTheSecretariatFreezes("top-3");
  await whenThePlenaryDecidesTheTie();
  await whenTheSecretariatDeclaresTheSetReady();
  await thenNobodyOutsideSeesAnything();
});

test("another person publishes a provisional list; an objection is granted, and the list goes back to the secretariat with a reason", async () => {
  await whenThePublisherPublishesAProvisionalList("top-3");
  await whenTheSecretariatGivesTheListBack("top-3");
  await whenTheSecretariatReplacesTheThirdByTheFourth();
  await whenTheSecretariatDeclaresTheSetReady();
  await thenThePublicReadsTheProvisionalListStill("top-3");
});

test("another person publishes it by typing the edition's code, and everybody reads the same bytes", async () => {
  await thenTheSecretariatCannotPublish();
  await whenThePublisherTypesTheWrongCode();
  await whenThePublisherPublishes("top-3");
  await thenAnybodyReadsThePage("top-3", 3);
  await thenTheDataAreTheOnesThatWereSigned("top-3", 3);
  await thenThePageSaysWhatChangedFromTheProvisionalList("top-3");
});

test("the panel scores the three, and one of them is decided and published", async () => {
  await moveTimetable(EDITION, "simak", "in");
  await whenThePanelistSignsThePact();
  await whenTheSecretariatAssigns("simak", "3");
  await whenThePanelistScoresAll();
  await moveTimetable(EDITION, "simak", "after");
  await whenTheSecretariatFreezes("top-1");
  await whenTheSecretariatDeclaresTheSetReady();
  await whenThePublisherPublishes("top-1");
  await thenAnybodyReadsThePage("top-1", 1);
  await thenTheInnovationShowsBothLevels();
});

test("the auditor finds every act of the story in an unbroken chain", async () => {
  const page = await openPage("auditor");
  await signInAs(page.context(), "auditor@peragaan.example", "AUDITOR");
  await page.goto("/audit?rantai=1");
  await expect(page.getByRole("heading", { name: /Rantai utuh/ })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Uji Inovasi Makassar 2027" }).first()).toBeVisible();
});
