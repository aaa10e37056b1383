"use client";

import type { ReactNode } from "react";
import { forgetCopiesOf } from "@/ui/autosave/device-store";
import { ActionForm, type FormAction } from "@/ui/forms/action-form";

/** The device may be shared: with their session a person takes away what it kept of their words. */
export const SignOutForm = ({ action, userId, children }: { action: FormAction; userId: string; children: ReactNode }) => (
  <ActionForm action={action} onSubmit={() => void forgetCopiesOf(userId)}>
    {children}
  </ActionForm>
);
