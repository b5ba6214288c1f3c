/** Rows of the reference of rules by which nothing falls due, and why. */
export const notRun: Readonly<Record<string, string>> = {
  'macpt-duty':
    'The duty to have multi-agency child protection teams has no date yet: regulations are intended for late 2027. It asks for one team to be set up, once, and is no clock.',
}
