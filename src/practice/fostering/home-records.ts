import { date, identifier, recordKind, reference, text, whole } from '../../engine/records/kind.ts'

/** A children's home that the authority runs itself. */
export const childrensHome = recordKind({
  name: 'Children’s home',
  plural: 'Children’s homes',
  table: 'childrens_home',
  group: 'Homes',
  fields: {
    name: text('Home', { required: true }),
    urn: identifier('Ofsted number'),
    manager: text('Registered manager'),
    places: whole('Places'),
    openedOn: date('Opened', { required: true, note: 'Where that is not known: the day from which its visits are recorded.' }),
    closedOn: date('Closed', { mayBeAhead: true }),
  },
  sameWhen: ['urn'],
  basis: 'Care Standards Act 2000; Children’s Homes (England) Regulations 2015.',
})

export const independentHomeVisit = recordKind({
  name: 'Independent visit to a children’s home',
  plural: 'Independent visits to children’s homes',
  table: 'independent_home_visit',
  group: 'Homes',
  fields: {
    home: reference(() => childrensHome, 'Home', { required: true }),
    visitedOn: date('Visited', { required: true }),
    visitor: text('Independent visitor'),
    childrenSpokenTo: whole('Children spoken to'),
    reportedOn: date('Report sent'),
    findings: text('What the visitor found'),
  },
  sameWhen: ['home', 'visitedOn'],
  basis:
    'Children’s Homes (England) Regulations 2015, regulation 44; until 31 March 2015, Children’s Homes Regulations 2001, regulation 33.',
})

export const homeQualityReview = recordKind({
  name: 'Quality of care review of a children’s home',
  plural: 'Quality of care reviews of children’s homes',
  table: 'home_quality_review',
  group: 'Homes',
  fields: {
    home: reference(() => childrensHome, 'Home', { required: true }),
    reviewedOn: date('Review completed', { required: true }),
    reviewedBy: text('Reviewed by'),
    sentToOfstedOn: date('Report sent to Ofsted'),
    findings: text('What was found'),
    whatChanges: text('What will change'),
  },
  sameWhen: ['home', 'reviewedOn'],
  basis: 'Children’s Homes (England) Regulations 2015, regulation 45, since 1 April 2015.',
})
