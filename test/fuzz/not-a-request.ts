const LONGEST = 400;
const STARTS = [
  "GET / HTTP/1.1\r\n",
  "POST /v3/directline/conversations HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
  "",
  "\u0016\u0003\u0001",
];

/** Bytes that are not a request, or only begin like one. */
export function notARequest(random: () => number): Buffer {
  const start = STARTS[Math.floor(random() * STARTS.length)] ?? "";
  const noise = Array.from({ length: Math.floor(random() * LONGEST) }, () => Math.floor(random() * 256));
  return Buffer.concat([Buffer.from(start, "latin1"), Buffer.from(noise)]);
}
