// Looks for a number so that SHA-256 of "seed:number" begins with so many zero bits. A worker of its own: the page stays usable.
// SHA-256 (FIPS 180-4) of one block, written out: asking the browser's own, one call for each number, takes many times as long.
const K = new Uint32Array(64);
const START = new Uint32Array(8);
for (let n = 2, found = 0; found < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
  if (!prime) continue;
  const bits = root => Math.floor((root - Math.floor(root)) * 2 ** 32);
  if (found < 8) START[found] = bits(Math.sqrt(n));
  K[found++] = bits(Math.cbrt(n));
}

const words = new Uint32Array(64);
const turn = (x, n) => (x >>> n) | (x << (32 - n));

/** First word of the hash of a text of at most 55 ASCII letters. */
const firstWord = text => {
  words.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const [a, b] = [words[i - 15], words[i - 2]];
    words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = START;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return (START[0] + a) >>> 0;
};

onmessage = ({ data: { seed, bits } }) => {
  let number = 0;
  while (Math.clz32(firstWord(`${seed}:${number}`)) < bits) number++;
  postMessage(String(number));
};
