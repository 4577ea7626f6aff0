// usage: node make-filter.mjs LIST FILTER   (LIST: one password a line, the most common first)
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const [list, filter] = process.argv.slice(2)
const [shortest, long, mostOfTheShorter] = [8, 12, 100_000]
const [bitsEach, hashes] = [20, 14] // one good password in about 15,000 is refused by mistake

const known = [...new Set(readFileSync(list, 'utf8').split(/\r?\n/).filter(p => [...p].length >= shortest).map(p => p.toLowerCase()))]
const chosen = [...known.filter(p => p.length < long).slice(0, mostOfTheShorter), ...known.filter(p => p.length >= long)]

const bits = chosen.length * bitsEach + (8 - chosen.length * bitsEach % 8) % 8
const bytes = Buffer.alloc(bits / 8)
for (const password of chosen) {
  const hash = createHash('sha256').update(password, 'utf8').digest()
  const [first, step] = [hash.readUInt32LE(0), hash.readUInt32LE(4)]
  for (let i = 0; i < hashes; i++) {
    const bit = Number((BigInt(first) + BigInt(i) * BigInt(step)) % BigInt(bits))
    bytes[bit >> 3] |= 1 << (bit & 7)
  }
}

writeFileSync(filter, bytes)
console.log(`${chosen.length} passwords, ${bytes.length} bytes`)
