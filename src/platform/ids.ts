import { randomUUID } from 'node:crypto'

/** Ids are made here, never by the database, so that a test can foresee them. */
export function newId(): string {
  return randomUUID()
}

/** The shape of an id in an address or a form. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
