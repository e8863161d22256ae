/** What the stream says: names of things that changed; what they are is asked for. */
export interface Announcement {
  readonly job?: string
  readonly run?: string
  /** Somebody commented on something. */
  readonly comments?: boolean
  /** Id of a user who was told something. */
  readonly notice?: string
  /** Something was not heard: ask again for everything. */
  readonly missed?: boolean
}

/** What stands in a message; nothing for what is no announcement. */
export function announcementIn(data: string): Announcement {
  try {
    const read: unknown = JSON.parse(data)
    if (typeof read !== 'object' || read === null) return {}
    return {
      ...('job' in read && typeof read.job === 'string' ? { job: read.job } : {}),
      ...('run' in read && typeof read.run === 'string' ? { run: read.run } : {}),
      ...('comments' in read && read.comments === true ? { comments: true } : {}),
      ...('notice' in read && typeof read.notice === 'string' ? { notice: read.notice } : {}),
      ...('missed' in read && read.missed === true ? { missed: true } : {}),
    }
  } catch {
    return {}
  }
}
