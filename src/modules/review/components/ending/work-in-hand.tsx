import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";
import type { loadWorkInHand } from "../../loaders";
import type { WorkInHand } from "../../queries/work-of-judges";

type Work = Pick<Awaited<ReturnType<typeof loadWorkInHand>>["subject"], "slug" | "work">;

/** Before a judge's role is ended: what they have not read, by stage, and where it is handed over. */
export async function HeldEntries({ slug, work, userId, role }: Work & { userId: string; role: string }) {
  const t = await getTranslations("review.ending");
  const held = work.filter((each) => each.userId === userId && each.role === role && each.left > 0);
  if (held.length === 0) return null;
  return (
    <div className="mb-3 w-64 max-w-full whitespace-normal">
      <p className="font-semibold text-warn-700">{t("holds", { count: held.reduce((sum, { left }) => sum + left, 0) })}</p>
      <StageLinks slug={slug} work={held} />
      <p>{t("handOverFirst")}</p>
    </div>
  );
}

/** After it: what has become of the entries, and what is to be done next. */
export async function RoleEnded({ slug, ended }: { slug: string; ended: readonly WorkInHand[] }) {
  const t = await getTranslations("review.ending");
  const [first] = ended;
  if (!first) return null;
  const left = ended.reduce((sum, each) => sum + each.left, 0);
  const finished = ended.reduce((sum, each) => sum + each.finished, 0);
  return (
    <div role="status" className="mb-6">
      <Notice tone={left > 0 ? "warn" : "ok"} title={<>{t("ended")} <UserLine text={first.name} /></>}>
        {left > 0 && <p>{t("leftBehind", { count: left })}</p>}
        {left > 0 && <StageLinks slug={slug} work={ended.filter((each) => each.left > 0)} />}
        {finished > 0 && <p>{t("stays", { count: finished })}</p>}
      </Notice>
    </div>
  );
}

async function StageLinks({ slug, work }: Work) {
  const [t, locale] = await Promise.all([getTranslations("review.ending"), getLocale()]);
  return (
    <ul className="list-disc ps-5">
      {work.map(({ stage, userId, left }) => (
        <li key={stage.key}>
          <Link href={paths.readers(slug, { tahap: stage.key, juri: userId })} className="inline-block py-1">{t("inStage", { stage: stage.name[locale], count: left })}</Link>
        </li>
      ))}
    </ul>
  );
}
