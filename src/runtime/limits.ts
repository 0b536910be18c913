/** How much of a machine the interpreters of a page may take. */
export interface Limits {
  /** The most interpreters that are alive at a time; two at least. */
  readonly interpreters: number;
  /** Whether one that has run nothing is kept ready, for the next edit. */
  readonly spare: boolean;
}

/** What some browsers tell of the device and of the reader's wishes. */
interface DeviceHints {
  /** In GiB, rounded down to a power of two, 8 at most. */
  readonly deviceMemory?: number;
  readonly connection?: {readonly saveData?: boolean};
  readonly userAgentData?: {readonly mobile?: boolean};
}

/** Gigabytes from which a device is no small one. */
const PLENTY = 8;

/** One that serves and one that is ready; more where memory allows. */
export function defaultLimits(): Limits {
  const {deviceMemory, userAgentData} = navigator as Navigator & DeviceHints;
  const mobile = userAgentData?.mobile ?? /Mobi|Android|iPhone|iPad/.test(navigator.userAgent);
  const small = mobile || (deviceMemory !== undefined && deviceMemory < PLENTY);
  return {interpreters: small ? 2 : 4, spare: !savesData()};
}

/** Whether the reader asked the browser to load as little as it can. */
export function savesData(): boolean {
  return (navigator as Navigator & DeviceHints).connection?.saveData === true;
}
