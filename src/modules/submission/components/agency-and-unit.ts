/** Whose proposal it is; an agency that files for itself is named once. */
export const agencyAndUnit = ({ agencyName, unitName }: { agencyName: string; unitName: string }): string =>
  agencyName === unitName ? agencyName : `${agencyName} · ${unitName}`;
