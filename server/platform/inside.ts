import { BlockList, isIP, isIPv6 } from "node:net";

const inside = new BlockList();
inside.addSubnet("127.0.0.0", 8);
inside.addSubnet("10.0.0.0", 8);
inside.addSubnet("172.16.0.0", 12);
inside.addSubnet("192.168.0.0", 16);
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");

/** Whether an address belongs to this machine or to a private network; strangers come from elsewhere. */
export function isInside(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  return inside.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

/** Whether a text names one address or a range of them: `10.0.0.7`, `172.30.0.0/24`, `fd00::/64`. Everybody is no range. */
export function isAddressRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
