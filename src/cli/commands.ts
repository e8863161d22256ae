import { applyCommand } from './commands/apply.ts'
import { auditCommand } from './commands/audit.ts'
import { backtestCommand } from './commands/backtest.ts'
import { benchCommand } from './commands/bench.ts'
import { checkCommand } from './commands/check.ts'
import { companiesCommand } from './commands/companies.ts'
import { compareCommand } from './commands/compare.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { paceCommand } from './commands/pace.ts'
import { runCommand } from './commands/run.ts'
import { serveCommand } from './commands/serve.ts'
import { signInLinkCommand } from './commands/sign-in-link.ts'
import { startCommand } from './commands/start.ts'
import { statusCommand } from './commands/status.ts'
import { stopCommand } from './commands/stop.ts'
import { useCommand } from './commands/use.ts'
import { verifyCommand } from './commands/verify.ts'
import { welcomeCommand } from './commands/welcome.ts'
import type { CommandModule } from './context.ts'

/** Every command, in the order of the help: the way from a folder to a result first. */
export const commands: readonly CommandModule[] = [
  welcomeCommand,
  serveCommand,
  checkCommand,
  diffCommand,
  applyCommand,
  importCommand,
  runCommand,
  explainCommand,
  paceCommand,
  compareCommand,
  exportCommand,
  backtestCommand,
  statusCommand,
  companiesCommand,
  useCommand,
  startCommand,
  stopCommand,
  signInLinkCommand,
  auditCommand,
  verifyCommand,
  benchCommand,
]
