/** The name of a socket ends in a port even where nothing listens on one. */
export const PORT = 5432

export type Durability = { durable: boolean }

/**
 * What a small installation needs, handed over at each start, so that a new version of Løfte may
 * change it, and no file in the data folder can loosen it.
 */
export function settings(socketFolder: string, { durable }: Durability): string[] {
  const all = { ...door(socketFolder), ...SIZE, ...SILENCE, ...(durable ? {} : UNSAFE_BUT_FAST) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function door(socketFolder: string): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`, // a list: a comma would part it
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
  }
}

const SIZE = {
  shared_buffers: '64MB',
  max_connections: '60',
  jit: 'off', // compiling a query costs more than our short ones take
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * No person's data in the log. `terse` leaves out DETAIL, which quotes keys ("Key (email)=(…)
 * already exists") and what a crashed process was running. But the first line of an error may quote
 * as well ("invalid input syntax for type uuid: …"), so errors are not logged at all: they go to
 * whoever asked, and the door logs their code. `log` stands above `error` in the server's order.
 * Source: https://www.postgresql.org/docs/18/runtime-config-logging.html
 */
const SILENCE = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_duration: 'off',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
}

/** For tests alone: a power cut loses or breaks the database. */
const UNSAFE_BUT_FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}
