import type { ReactNode } from "react";
import { titlesWithHat } from "@/modules/accounts/components/hat-in-words";
import { WorkspaceFrame } from "@/modules/accounts/components/workspace-frame";
import { loadViewer } from "@/modules/accounts/loaders";

export const generateMetadata = async () => titlesWithHat(await loadViewer({}));

/** The frame only: every page asks its own policy. */
export default async function Layout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame viewer={await loadViewer({})}>{children}</WorkspaceFrame>;
}
