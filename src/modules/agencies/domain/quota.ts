/**
 * How many submissions an agency may still file in one group of an edition.
 *
 * Source: no limit through 2020; 2021: 10 in the general and 5 in the replication group, the special group not counted;
 * 2025: 15. The number is the edition's; this file holds only the subtraction.
 */

/**
 * What is left of an agency's quota in a group: a whole number from 0, or null when the edition sets no limit
 * (`quotaPerAgency` null). `filedCount` is the number filed and not withdrawn; more filed than allowed leaves 0.
 */
export function quotaLeft(quotaPerAgency: number | null, filedCount: number): number | null {
  return quotaPerAgency === null ? null : Math.max(0, quotaPerAgency - filedCount);
}
