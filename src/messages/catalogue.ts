import type { Locale } from "@/lib/paths";
import accountsEn from "./en/accounts.json";
import agenciesEn from "./en/agencies.json";
import auditEn from "./en/audit.json";
import commonEn from "./en/common.json";
import competitionEn from "./en/competition.json";
import filingEn from "./en/filing.json";
import deskEn from "./en/desk.json";
import publicEn from "./en/public.json";
import resultsEn from "./en/results.json";
import reviewEn from "./en/review.json";
import selectionEn from "./en/selection.json";
import submissionEn from "./en/submission.json";
import accounts from "./id/accounts.json";
import agencies from "./id/agencies.json";
import audit from "./id/audit.json";
import common from "./id/common.json";
import competition from "./id/competition.json";
import filing from "./id/filing.json";
import desk from "./id/desk.json";
import publicPages from "./id/public.json";
import results from "./id/results.json";
import review from "./id/review.json";
import selection from "./id/selection.json";
import submission from "./id/submission.json";

const id = { common, desk, accounts, agencies, competition, submission, filing, selection, review, results, public: publicPages, audit };
const en = {
  common: commonEn, desk: deskEn, accounts: accountsEn, agencies: agenciesEn, competition: competitionEn, submission: submissionEn, filing: filingEn,
  selection: selectionEn, review: reviewEn, results: resultsEn, public: publicEn, audit: auditEn,
};

/** Indonesian is the first language: its keys are the typed ones. */
export type Messages = typeof id;

export function messagesOf(locale: Locale): Messages {
  return locale === "en" ? (en as unknown as Messages) : id;
}
