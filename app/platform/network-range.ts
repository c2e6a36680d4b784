const IPV4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i;
const GROUPS = 8;
/** As many groups of an IPv6 address as a place with a line of its own has. */
const KEPT_GROUPS = 3;

/** The network an address is of, and no single machine: what the log keeps of where something came from. */
export function networkRange(address: string | null): string | null {
  if (address === null) return null;
  const old = IPV4.exec(address);
  if (old) return `${old[1]}.${old[2]}.${old[3]}.0/24`;
  const [plain = ""] = address.toLowerCase().split("%");
  if (!/^[\da-f:.]*:[\da-f:.]*$/.test(plain)) return null;
  const [head = "", tail] = plain.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, GROUPS - first.length - last.length);
  const groups = [...first, ...Array<string>(gap).fill("0"), ...last].slice(0, KEPT_GROUPS);
  const short = groups.map((group) => group.replace(/^0+(?=.)/, ""));
  while (short.at(-1) === "0") short.pop();
  return `${short.join(":")}::/48`;
}
