import { crashRounds } from '../src/cli/testing-crash/rounds.ts'

/**
 * Kills commands and their server at random moments and starts them again: `npx tsx scripts/crash-rounds.ts [rounds] [seed] [orders a file]`.
 * Ends with 0 only when every home came to what an undisturbed one holds.
 */
const [rounds = 50, seed = 1, orders = 15_000] = process.argv.slice(2).map(Number)
const began = Date.now()
const done = await crashRounds({
  rounds,
  seed,
  size: { people: 60, orders },
  onRound: (r) => {
    const where = r.tooLate ? 'after its end' : (r.landed ?? 'outside the database')
    console.log(`${String(r.number).padStart(3)}  ${r.step.padEnd(18)}  ${r.victim.padEnd(22)}  ${String(Math.round(r.killedAfterMs)).padStart(6)} ms  ${where.slice(0, 90)}`)
    for (const problem of r.problems) console.log(`     PROBLEM  ${problem}`)
  },
})
const bad = done.rounds.filter((r) => r.problems.length > 0).length
const count = (of: (r: (typeof done.rounds)[number]) => boolean) => done.rounds.filter(of).length
console.log(`an undisturbed home took ${Math.round(done.undisturbedMs / 1000)} s for its commands; all took ${Math.round((Date.now() - began) / 1000)} s`)
console.log(
  `kills in a statement ${count((r) => !r.tooLate && r.landed !== null)}, outside ${count((r) => !r.tooLate && r.landed === null)}, after the end ${count((r) => r.tooLate)}`,
)
console.log(`${done.rounds.length - bad} passed, ${bad} failed`)
process.exitCode = bad === 0 ? 0 : 1
