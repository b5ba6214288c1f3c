export { pupilNumber } from '../small-authority/story-person.ts'

const valid: number[] = []

/** An NHS number of the range kept for tests (999…), with its check digit. No two children under 900,000 have the same. */
export function nhsNumber(child: number): string {
  if (valid.length === 0) for (let serial = 0; serial < 1_000_000; serial++) if (checkDigit(serial) < 10) valid.push(serial)
  const serial = valid[(child * 37) % valid.length] as number
  return `999${String(serial).padStart(6, '0')}${checkDigit(serial)}`
}

const checkDigit = (serial: number): number => {
  const sum = [...`999${String(serial).padStart(6, '0')}`].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  return (11 - (sum % 11)) % 11
}
