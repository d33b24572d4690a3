import pg from 'pg'

/** A statement that a connection knows by its name already, with its values. */
export type Known = { name: string; values: readonly string[] }

/**
 * Sends statements that the connection knows, and one query behind them, as one request: they have one
 * answer, and the first that is refused has the rest skipped. Outside a transaction they are one.
 * Source: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export function fly(client: pg.PoolClient, before: readonly Known[], query: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(queryBehind(before, new pg.Query(query, query.values ?? [], (error, result) => (error ? reject(error) : resolve(result)))))
  })
}

/** Has all that is sent to a connection in this turn of the loop leave in one write, and wake the server once. */
export function together<T>(client: pg.PoolClient, send: (client: pg.PoolClient) => T): T {
  // The socket is not in the types.
  const { stream } = (client as unknown as { connection: pg.Connection }).connection
  if (stream.writableCorked === 0) {
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  return send(client)
}

/** What node-postgres calls on a query while its answer comes in; only a part of it is in the types. */
type Listening = pg.Query & {
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: pg.Connection): void
}

/** node-postgres sends each query with an end of its own, and hears one answer. So ours goes before, unheard. */
function queryBehind(before: readonly Known[], query: pg.Query): pg.Query {
  const listening = query as Listening
  const { submit, handleDataRow, handleCommandComplete } = listening
  let unheard = before.length

  listening.submit = (connection) => {
    connection.stream.cork()
    for (const { name, values } of before) {
      connection.bind({ portal: '', statement: name, values: [...values] } as never, true)
      connection.execute(null, true)
    }
    const refused = submit.call(query, connection)
    connection.stream.uncork()
    return refused
  }
  listening.handleDataRow = (message) => {
    if (unheard === 0) handleDataRow.call(query, message)
  }
  listening.handleCommandComplete = (message, connection) => {
    if (unheard > 0) unheard--
    else handleCommandComplete.call(query, message, connection)
  }
  return query
}
