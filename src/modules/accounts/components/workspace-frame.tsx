import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { isDemo } from "@/lib/env";
import { currentPath } from "@/lib/locale";
import { localised, paths, workspaceHome } from "@/lib/paths";
import { type KeptWords, WordsOfKeptForms } from "@/ui/autosave/kept-words";
import { LinkButton } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { DemoBanner, HelpLine, Letterhead, PageFrame, type PageFrameProps, type PageWidth } from "@/ui/page-frame";
import { ServiceBar } from "@/ui/service-bar";
import { WriterOfForms } from "@/ui/forms/form-action";
import { SubmitButton } from "@/ui/forms/submit-button";
import { signOut } from "../actions";
import type { Actor } from "../domain/roles";
import { workspaceOf } from "../domain/workspace";
import { hatInWords } from "./hat-in-words";
import { SignOutForm } from "./sign-out-form";

type FrameProps = { viewer: Actor | null; width?: PageWidth; voice?: PageFrameProps["voice"]; children: ReactNode };

/** The frame of every page: who one is here, where one can go, in which language, and whom to ask. */
export async function WorkspaceFrame({ viewer, width = "wide", voice, children }: FrameProps) {
  const t = await getTranslations("common");
  const frame = await frameOf(viewer);
  return (
    <PageFrame
      skipLabel={t("skipToContent")}
      width={width}
      voice={voice}
      header={
        <>
          {isDemo() && <DemoBanner word={t("demoWord")}>{t("demo")}</DemoBanner>}
          <ServiceBar
            product={{ name: t("product"), href: paths.home() }}
            context={frame.context}
            workspace={frame.workspace}
            navigation={{ label: t("menu.main"), menu: t("menu.open"), items: frame.items }}
            languages={frame.languages}
            account={<Account viewer={viewer} />}
          />
        </>
      }
      letterhead={<Letterhead product={t("product")} demo={isDemo() ? { word: t("demoWord"), text: t("demo") } : undefined} />}
      help={<HelpLine title={t("page.helpTitle")}>{frame.help}</HelpLine>}
    >
      <WriterOfForms id={viewer?.userId ?? null}>
        {viewer ? <WordsOfKeptForms value={await keptWords(viewer)}>{children}</WordsOfKeptForms> : children}
      </WriterOfForms>
    </PageFrame>
  );
}

/** What forms say about words that this device keeps, and whose they are. */
async function keptWords({ userId: writerId }: Actor): Promise<KeptWords> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("common.kept")]);
  return {
    writerId, locale, kept: t("kept"), elsewhere: t("elsewhere"), restored: t.raw("restored") as string, discard: t("discard"), placeless: t.raw("placeless") as string, changed: t.raw("changed") as string,
    use: t("use"), drop: t("drop"),
  };
}

async function frameOf(viewer: Actor | null) {
  const [locale, t, path] = await Promise.all([getLocale(), getTranslations(), currentPath()]);
  const hat = viewer?.hat ?? null;
  const worn = hat && (await hatInWords(hat));
  const at = belongsAt(path.split("?")[0] ?? path, hat?.role);
  const isAt = (href: string) => at === href || at.startsWith(`${href}/`);
  const home = hat ? [{ href: workspaceHome[workspaceOf(hat.role)], label: t(`common.workspace.${workspaceOf(hat.role)}`) }] : [];
  const items = [
    ...home,
    ...(hat ? extraItems(hat.role).map(({ href, key }) => ({ href, label: t(`common.nav.${key}`) })) : []),
    { href: paths.competitions(), label: t("common.nav.competitions") },
    { href: paths.innovations(), label: t("common.nav.innovations") },
  ];
  const longestMatch = items.filter(({ href }) => isAt(href)).sort((a, b) => b.href.length - a.href.length)[0]?.href;
  const contact = hat?.editionContact;
  return {
    help: contact ? t("common.page.helpEdition", { contact }) : t("common.page.helpGeneral"),
    context: worn && viewer ? { person: viewer.name, label: worn.place, role: worn.role } : undefined,
    workspace: (viewer?.memberships.length ?? 0) > 1 ? { href: paths.workspaces(), label: t("common.action.switchWorkspace") } : undefined,
    items: items.map((item) => ({ ...item, current: item.href === longestMatch })),
    languages: {
      label: t("common.language.label"),
      items: (["id", "en"] as const).map((code) => ({
        code, label: code.toUpperCase(), name: t(`common.language.${code}`), href: localised(path, code), current: locale === code,
      })),
    },
  };
}

/** The secretariat announces the administrative selection on the selectors' recap, which its own menu does not name. */
function belongsAt(path: string, role: NonNullable<Actor["hat"]>["role"] | undefined): string {
  return path === paths.selectionSummary() && role && workspaceOf(role) === "organiser" ? paths.organiserDesk() : path;
}

/** Second-level entries of a workspace's menu. */
function extraItems(role: NonNullable<Actor["hat"]>["role"]) {
  switch (workspaceOf(role)) {
    case "agency":
      return [
        { href: paths.agencySubmissions(), key: "agencySubmissions" as const },
        { href: paths.fileSubmissions(), key: "fileSubmissions" as const },
        { href: paths.receipts(), key: "receipts" as const },
        { href: paths.agencyUnits(), key: "agencyUnits" as const },
      ];
    case "selector":
      return [{ href: paths.selectionSummary(), key: "selectionSummary" as const }];
    case "judge":
      return [{ href: paths.integrityPact(), key: "integrityPact" as const }];
    case "system":
      return [
        { href: paths.systemAgencies(), key: "systemAgencies" as const },
        { href: paths.newEdition(), key: "newEdition" as const },
      ];
    case "organiser":
      return role === "SECRETARIAT" ? [{ href: paths.newEdition(), key: "newEdition" as const }] : [];
    default:
      return [];
  }
}

async function Account({ viewer }: { viewer: Actor | null }) {
  const t = await getTranslations();
  if (!viewer)
    return (
      <LinkButton variant="band" href={paths.signIn()}>
        {t("common.action.signIn")}
      </LinkButton>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <span className={classNames("px-2", viewer.hat !== null && "max-md:hidden")}>{viewer.name}</span>
      <SignOutForm action={signOut} userId={viewer.userId}>
        <SubmitButton variant="band" pendingLabel={t("accounts.signOut.pending")}>
          {t("accounts.signOut.submit")}
        </SubmitButton>
      </SignOutForm>
    </div>
  );
}
