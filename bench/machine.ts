import { cpus, totalmem } from 'node:os'

export interface Machine {
  readonly cores: number
  readonly memoryGb: number
  readonly model: string
  readonly node: string
  readonly server: string
  readonly day: string
}

/** What a benchmark ran on. */
export function machine(): Machine {
  const [cpu] = cpus()
  return {
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    model: cpu?.model ?? 'unknown',
    node: process.version,
    server: 'embedded PostgreSQL 18',
    day: new Date().toISOString().slice(0, 10),
  }
}

export function machineLine({ cores, model, memoryGb, node, server, day }: Machine): string {
  return `Machine: ${cores} cores (${model}), ${memoryGb} GB, Node ${node}, ${server}, ${day}.`
}
