import { writeFileSync } from 'node:fs'

/** A reporter of vitest for `npm test`: writes the errors outside every test, which its JSON report leaves out, into the file $HENG_TEST_ERRORS. */
export default class TestErrorsReporter {
  onTestRunEnd(_modules, errors) {
    writeFileSync(process.env.HENG_TEST_ERRORS, JSON.stringify(errors.map(({ message = 'an error without a message' }) => message)))
  }
}
