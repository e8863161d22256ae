/**
 * What the server's programs get of our environment: no PG* variable may reach them, and their messages must be English to be understood.
 * Handed on, never interpreted: what the environment says to the product itself is read by the command line.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH']
  const handedOn = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(handedOn), LC_ALL: 'C' }
}
