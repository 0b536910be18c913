/** A choice of labels that touches most of Django and takes less than a minute. */
export const QUICK_LABELS: readonly string[] = ['basic'];
