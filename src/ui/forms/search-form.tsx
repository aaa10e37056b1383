import { useLocale } from "next-intl";
import { localised } from "@/lib/paths";
import { buttonClass } from "../button-class";
import { TextField } from "./text-field";

export type SearchFormProps = {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly submit: string;
  /** What else the address holds, such as the part of the list that is searched. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
};

/** A search whose words stand in the address, so that it can be sent to somebody else. */
export const SearchForm = ({ action, name, label, value, submit, hidden = {} }: SearchFormProps) => (
  <form role="search" method="get" action={localised(action, useLocale())} className="flex flex-wrap items-end gap-3">
    {Object.entries(hidden).map(([key, held]) => held !== undefined && <input key={key} type="hidden" name={key} value={held} />)}
    <div className="min-w-0 grow sm:max-w-96">
      <TextField type="search" name={name} label={label} defaultValue={value} maxLength={100} />
    </div>
    <button type="submit" className={buttonClass({ variant: "secondary" })}>
      {submit}
    </button>
  </form>
);
