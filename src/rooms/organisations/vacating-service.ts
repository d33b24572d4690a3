import { sql } from 'kysely'
import type { Db } from '../../tables.ts'

/** Frees the seat of somebody whom an employee has deactivated, for a colleague to use at once. */
export async function vacateSeat(db: Db<'administration'>, person: string): Promise<void> {
  await sql`select organisations.vacate_seat(${person})`.execute(db)
}

/** Gives somebody who is awake again a seat where they had one; says false where none is free now. */
export async function seatAgain(db: Db<'administration'>, { person, today }: { person: string; today: string }): Promise<boolean> {
  const { rows } = await sql<{ seated: boolean }>`select organisations.seat_again(${person}, ${today}) as seated`.execute(db)
  return rows[0]?.seated ?? false
}
