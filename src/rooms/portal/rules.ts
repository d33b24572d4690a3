/** How one greets at an hour of the day, 0–23, where the institution is. */
export function greetingAt(hour: number): 'morning' | 'day' | 'evening' {
  if (hour >= 5 && hour < 10) return 'morning'
  return hour >= 10 && hour < 18 ? 'day' : 'evening'
}
