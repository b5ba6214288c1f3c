import type { Mother } from '../life.ts'
import { agencyCarers, ownCarers } from '../placements.ts'
import { situation } from '../situation.ts'
import type { ChildStory } from '../story.ts'

/** A household known since 2013, and two children who could be taken for one of them. */

const leanne: Mother = { id: '203990', forename: 'Leanne', surname: 'Wickham', born: '1983-02-17', ethnicity: 'WBRI' }

const atHome = (child: ChildStory) =>
  child.inFamily('FAM2101').motherIs(leanne).livesAt('2010-03-01', '7', 'Staithe Lane', 'Marram Bay', 'XE4 2LN')

const onTheProtectionPlan = (child: ChildStory, participation: string) =>
  child
    .contact('2015-05-20', '2A', 'NEW_REFERRAL_FLAG')
    .referred('2015-05-21', '2A', 'N1', 'Temi Fashanwe')
    .contact('2015-06-02', '3A', 'EXISTING_REFERRAL_FLAG')
    .strategyDiscussion('2015-06-03', '2015-06-17', ['CP_CONFERENCE_FLAG'])
    .assessed('2015-05-21', '2015-06-19', ['16A', '2B', '3B'], ['STRATEGY_DISCUSSION_FLAG', 'PROV_OF_SERVICES_FLAG'])
    .conference('2015-06-24', 'CPM1506-11', 'Neglect')
    .visitedEvery(14, '2015-06-29', '2015-12-24')
    .planReviewed('2015-09-22', '2015-09-24', 'CPM1509-04', true, participation)
    .contact('2015-12-28', '6', 'CP_ENQUIRY_FLAG')

export const wickham = [
  situation('Moved far away, and runs to see his sister', 204417, (child, known) =>
    onTheProtectionPlan(
      atHome(child.called('Jaden', 'Wickham').boy('2004-05-09', 'WBRI'))
        .contact('2013-02-11', '6')
        .contact('2013-09-09', '2A', 'NEW_REFERRAL_FLAG')
        .referred('2013-09-10', '2A', 'N1', 'Aidan Corless')
        .assessed('2013-09-10', '2013-10-11', ['16A', '1B'])
        .inNeedPlan('2013-09-16')
        .workedBy('Calum Drever', '2013-10-14')
        .visitedEvery(28, '2013-10-21', '2014-04-25')
        .contact('2014-04-20', '6', 'EXISTING_REFERRAL_FLAG')
        .cameIntoCare('2014-05-06', 'V2', ownCarers('XE4 7QT', 3))
        .reviewingOfficer('Bryn Cadwell', '2014-05-06')
        .visited('2014-05-09', { alone: true })
        .reviewed('2014-06-02', 'PN1')
        .healthAssessed('2014-06-04')
        .visitedEvery(40, '2014-06-16', '2014-11-14')
        .reviewed('2014-08-28', 'PN4')
        .carePlan('2014-05-13', 'RETURN6M')
        .leftCare('2014-11-20', 'E4A')
        .visitedEvery(28, '2014-12-01', '2015-01-24')
        .inNeedPlanEnded('2015-01-30')
        .closed('2015-01-30', 'RC7'),
      'PN5',
    )
      .cameIntoCare('2016-01-04', 'V2', ownCarers('XE1 6RD', 6))
      .reviewingOfficer('Helen Sotiriou', '2016-01-05')
      .visited('2016-01-08 16:10:00', { alone: true })
      .workedBy('Ruth Adeyemi', '2016-01-11')
      .visited('2016-01-15', { alone: false })
      .order(known({ january: '2016-01-25', february: '2016-01-22' }), 'C1')
      .planReviewed('2016-01-26', '2016-03-22', 'CPM1601-09', false, 'PN7')
      .protectionPlanEnded('2016-01-26')
      .reviewed('2016-01-29', 'PN1')
      .seenByReviewer('2016-01-27')
      .visited('2016-02-03', { alone: true })
      .carePlan('2016-02-12', 'LTRELFR', 'LTFOST18')
      .wentMissing('2016-02-13 19:20:00')
      .returned('2016-02-14 09:45:00')
      .interviewOffered('2016-02-16', '')
      .visited('2016-02-18 16:30:00', { alone: true })
      .moved('2016-02-26', agencyCarers('XE9 3HF', 24), 'CREQB')
      .immunised('2016-01-20', true)
      .asked('2016-01-29', 'explained', 'plan'),
  ),
  situation('In care with her little brother', 204418, (child) =>
    onTheProtectionPlan(atHome(child.called('Maisie', 'Wickham').girl('2007-10-19', 'WBRI')), 'PN7')
      .cameIntoCare('2016-01-04', 'V2', ownCarers('XE1 6RD', 6))
      .reviewingOfficer('Helen Sotiriou', '2016-01-05')
      .visited('2016-01-08 15:20:00', { alone: true })
      .workedBy('Ruth Adeyemi', '2016-01-11')
      .order('2016-01-22', 'C1')
      .planReviewed('2016-01-26', '2016-03-22', 'CPM1601-09', false, 'PN7')
      .protectionPlanEnded('2016-01-26')
      .healthAssessed('2016-01-28')
      .reviewed('2016-01-29', 'PN6')
      .carePlan('2016-02-12', 'LTRELFR', 'LTFOST18')
      .visited('2016-02-18 15:40:00', { alone: true }),
  ),
  situation('In care with his big sister', 204419, (child) =>
    onTheProtectionPlan(atHome(child.called('Noah', 'Wickham').boy('2010-07-27', 'WBRI')), 'PN7')
      .cameIntoCare('2016-01-04', 'V2', ownCarers('XE1 6RD', 6))
      .reviewingOfficer('Helen Sotiriou', '2016-01-05')
      .visited('2016-01-08 15:20:00')
      .workedBy('Ruth Adeyemi', '2016-01-11')
      .order('2016-01-22', 'C1')
      .planReviewed('2016-01-26', '2016-03-22', 'CPM1601-09', false, 'PN7')
      .protectionPlanEnded('2016-01-26')
      .healthAssessed('2016-01-28')
      .reviewed('2016-01-29', 'PN6')
      .carePlan('2016-02-12', 'LTRELFR', 'LTFOST18')
      .visited('2016-02-18 15:40:00', { alone: true }),
  ),
  situation('Easily taken for Jaden', 198230, (child, known) =>
    child
      .called('Jayden', 'Wickham')
      .boy('2004-09-05', 'WBRI')
      .inFamily('FAM1877')
      .motherIs({ id: '198001', forename: 'Siobhan', surname: 'Keane', born: '1985-11-30', ethnicity: 'WIRI' })
      .livesAt('2012-06-11', '18', 'Oyster Quay', 'Estuary', 'XE1 1QY')
      .contact('2012-06-18', '3C', 'ADVICE_FLAG')
      .referred('2015-10-06', '1A', 'N5', 'Pavel Dostalik')
      .assessed('2015-10-07', '2015-11-27', ['3B', '4A'])
      .inNeedPlan('2015-12-01')
      .workedBy('Gareth Lunn', '2015-12-01')
      .visited('2015-12-10', { alone: true, bedroom: true })
      .visited('2016-01-07', { alone: true })
      .visited('2016-01-14', { struckOut: known({ january: false, february: true }) })
      .visited('2016-02-04', { bedroom: true }),
  ),
  situation('Closed, and her name was another one', 171965, (child, known) =>
    child
      .called('Jade', known({ january: 'Wickham', february: 'Wickham-Lowe' }))
      .girl('2001-01-22', 'WBRI')
      .inFamily('FAM1502')
      .motherIs({ id: '171900', forename: 'Tracey', surname: 'Lowe', born: '1979-08-03', ethnicity: 'WBRI' })
      .livesAt('2010-09-01', '41B', 'Ropewalk', 'Wharfside', 'XE5 8RW')
      .referred('2013-11-04', '2A', 'N6', 'Hattie Gorringe')
      .assessed('2013-11-05', '2014-01-07', ['14A', '1A'])
      .inNeedPlan('2014-01-13')
      .workedBy('Bea Holloway', '2014-01-13')
      .visitedEvery(28, '2014-01-20', '2014-07-04')
      .inNeedPlanEnded('2014-07-14')
      .closed('2014-07-14', 'RC7'),
  ),
]
