import { isDurationName, durationNames } from '../../privacy/durations.ts'
