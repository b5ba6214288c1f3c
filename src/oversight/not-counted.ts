const inPost = 'A worker’s record says when they left and not when they came, nor from when they were an agency worker'

/** Rows of the reference of measures that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'wf-vacancy':
    'Posts that nobody holds are recorded nowhere; it would need a record of posts, with their full-time equivalent and since when each is vacant.',
  'wf-agency': `${inPost}; it would need a record of each time in post, with its first and last day, full-time equivalent and whether through an agency.`,
  'wf-turnover': `${inPost}, so that who was in post is not known; it would need a record of each time in post, with its first and last day and full-time equivalent.`,
  'wf-inpost': `${inPost}; it would need a record of each time in post, with its first and last day, full-time equivalent and role.`,
  'wf-absence':
    'Absences are recorded where supervision stands still, and the days that all workers should have worked are not known; it would need a record of each time in post with its full-time equivalent, and of every absence.',
  'sup-quality':
    'Audits are of the work with a child, not of supervision; it would need a record of an audit of a supervision, with its grade.',
  'audit-oversight': 'An audit has one grade for all; it would need a field of its own for what was found of management oversight.',
}
