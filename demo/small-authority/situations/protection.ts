import { agencyCarers, earlyPermanenceCarers, motherAndBaby } from '../placements.ts'
import { careAsItShouldBe } from '../routines.ts'
import { situation } from '../situation.ts'

/** Enquiries, conferences, protection plans, and what comes before court. */
export const protection = [
  situation('An enquiry that found no harm', 202011, (child) =>
    child
      .called('Hamza', 'Choudri')
      .boy('2011-03-22', 'APKN')
      .livesAt('2011-04-04', '14', 'Bollard Lane', 'Wharfside', 'XE5 1BL')
      .referred('2015-07-06', '2A', 'N1', 'Aidan Corless', ['STRATEGY_DISCUSSION_FLAG'])
      .strategyDiscussion('2015-07-07', '2015-07-21', ['NFA_FLAG'])
      .assessed('2015-07-07', '2015-08-26', ['21'], ['NFA_FLAG', 'NFA_S47_END_FLAG'], 'The bruise was from a fall seen by school staff.')
      .closed('2015-08-27', 'RC8'),
  ),
  situation('A conference that made no plan', 202034, (child) =>
    child
      .called('Maja', 'Wierzba')
      .girl('2006-11-11', 'WOTH')
      .livesAt('2012-01-16', '33', 'Customs House Row', 'Oyster Quay', 'XE1 2CH')
      .referred('2014-09-08', '6', 'N1', 'Aidan Corless')
      .strategyDiscussion('2014-09-09', '2014-09-22', ['CP_CONFERENCE_FLAG'])
      .conference('2014-09-29', 'CPM1409-07', null)
      .assessed('2014-09-09', '2014-10-31', ['3B'])
      .inNeedPlan('2014-10-01')
      .workedBy('Esther Wamalwa', '2014-10-06')
      .visitedEvery(28, '2014-10-13', '2015-05-08')
      .inNeedPlanEnded('2015-05-15')
      .closed('2015-05-15', 'RC7'),
  ),
  situation('Nearly two years on a plan', 202051, (child) =>
    child
      .called('Lottie', 'Copperfold')
      .girl('2009-12-12', 'WBRI')
      .inFamily('FAM2020')
      .livesAt('2012-08-13', '8', 'Rope Street', 'Wharfside', 'XE5 3RS')
      .referred('2014-01-13', '2A', 'N1', 'Aidan Corless')
      .strategyDiscussion('2014-03-17', '2014-03-31', ['CP_CONFERENCE_FLAG'])
      .assessed('2014-01-14', '2014-03-14', ['16A', '1B', '2B'])
      .conference('2014-04-07', 'CPM1404-02', 'Neglect')
      .workedBy('Shereen Akhtari', '2014-04-07')
      .planReviewed('2014-07-01', '2014-07-07', 'CPM1407-01', true, 'PN7')
      .planReviewed('2014-12-16', '2015-01-01', 'CPM1412-06', true, 'PN6')
      .planReviewed('2015-06-09', '2015-06-16', 'CPM1506-05', true, 'PN6')
      .nowUnder('Emotional abuse', '2015-06-09')
      .planReviewed('2015-12-01', '2015-12-09', 'CPM1512-01', true, 'PN1')
      .visitedEvery(14, '2014-04-14', '2016-02-26'),
  ),
  situation('On a plan before, and on one again', 202077, (child) =>
    child
      .called('Malachi', 'Dunkerley')
      .boy('2004-04-04', 'BCRB')
      .livesAt('2010-05-10', '21', 'Pilot Gardens', 'Teal Point', 'XE3 1PG')
      .referred('2011-10-03', '6', 'N1', 'Hattie Gorringe')
      .strategyDiscussion('2011-10-05', '2011-10-19', ['CP_CONFERENCE_FLAG'])
      .assessed('2011-10-04', '2011-11-25', ['3A', '3B'])
      .conference('2011-10-26', 'CPM1110-10', 'Emotional abuse')
      .workedBy('Gareth Lunn', '2011-10-31')
      .planReviewed('2012-01-17', '2012-01-26', 'CPM1201-08', true)
      .planReviewed('2012-07-03', '2012-07-17', 'CPM1207-02', false)
      .visitedEvery(14, '2011-11-02', '2012-07-01')
      .protectionPlanEnded('2012-07-03')
      .inNeedPlan('2012-07-03')
      .visitedEvery(28, '2012-07-16', '2012-12-01')
      .inNeedPlanEnded('2012-12-07')
      .closed('2012-12-07', 'RC7')
      .referred('2015-08-03', '2B', 'N1', 'Hattie Gorringe')
      .strategyDiscussion('2015-08-04', '2015-08-17', ['CP_CONFERENCE_FLAG'])
      .assessed('2015-08-04', '2015-09-30', ['3B', '14A'])
      .conference('2015-08-25', 'CPM1508-09', 'Physical abuse')
      .workedBy('Gareth Lunn', '2015-09-01')
      .planReviewed('2015-11-17', '2015-11-25', 'CPM1511-07', true, 'PN4')
      .visitedEvery(14, '2015-09-02', '2016-02-26'),
  ),
  situation('A conference two weeks late', 202099, (child) =>
    child
      .called('Simran', 'Bhattal')
      .girl('2012-04-17', 'AIND')
      .livesAt('2012-05-07', '4', 'Gull Cottages', 'Marram Bay', 'XE4 9GC')
      .referred('2015-10-19', '3D', 'N1', 'Pavel Dostalik', ['STRATEGY_DISCUSSION_FLAG'])
      .strategyDiscussion('2015-10-21', '2015-11-11', ['CP_CONFERENCE_FLAG'])
      .assessed('2015-10-20', '2015-12-18', ['4B', '17A'])
      .conference('2015-11-25', 'CPM1511-11', 'Emotional abuse')
      .workedBy('Calum Drever', '2015-11-30')
      .visitedEvery(14, '2015-12-07', '2016-02-26')
      .planReviewed('2016-02-17', '2016-02-23', 'CPM1602-06', true, 'PN0'),
  ),
  situation('Unborn when she was referred', 202120, (child, known) =>
    (known({ january: true, february: false })
      ? child.called('Baby', 'Pendle').unborn('2016-02-12')
      : child.called('Summer', 'Pendle').unborn('2016-02-12').girl('2016-02-09', 'WBRI')
    )
      .inFamily('FAM2120')
      .motherIs({ id: '202119', forename: 'Carly', surname: 'Pendle', born: '1994-06-25', ethnicity: 'WBRI' })
      .referred('2015-10-05', '3F', 'N1', 'Temi Fashanwe')
      .assessed('2015-10-06', '2015-12-04', ['2B', '4B'])
      .strategyDiscussion('2015-12-07', '2015-12-18', ['CP_CONFERENCE_FLAG'])
      .conference('2015-12-29', 'CPM1512-14', 'Neglect')
      .visited('2016-01-12', { seen: false })
      .visited('2016-01-26', { seen: false })
      .workedBy('Esther Wamalwa', '2016-01-04'),
  ),
  situation('Before court: the letter, the meetings, then the order', 202144, (child) =>
    careAsItShouldBe(
      child
        .called('Tilly', 'Harbottle')
        .girl('2014-02-24', 'WBRI')
        .inFamily('FAM2144')
        .motherIs({ id: '202143', forename: 'Kirsty', surname: 'Harbottle', born: '1991-01-19', ethnicity: 'WBRI' })
        .livesAt('2014-03-03', '19', 'Slipway', 'Oyster Quay', 'XE1 8SW')
        .referred('2014-09-22', '3B', 'N1', 'Temi Fashanwe')
        .strategyDiscussion('2014-10-08', '2014-10-22', ['CP_CONFERENCE_FLAG'])
        .assessed('2014-09-23', '2014-11-14', ['16A', '2B', '5B'])
        .conference('2014-10-29', 'CPM1410-12', 'Neglect')
        .workedBy('Esther Wamalwa', '2014-11-17')
        .visitedEvery(14, '2014-11-05', '2015-07-10')
        .planReviewed('2015-01-20', '2015-01-28', 'CPM1501-06', true, 'PN0')
        .preProceedings('2015-02-12', '2015-02-20', '2015-03-04', 2, { on: '2015-07-02', issue: true, court: 'XE15C00081' })
        .identifiedBy('Court Case Number', 'XE15C00081', '2015-07-08')
        .planReviewed('2015-07-07', '2015-07-07', 'CPM1507-03', true, 'PN0')
        .cameIntoCare('2015-07-15', 'C1', earlyPermanenceCarers('XE7 2EP', 11))
        .protectionPlanEnded('2015-07-28')
        .reviewingOfficer('Helen Sotiriou', '2015-07-16')
        .workedBy('Marcus Bell', '2015-07-20')
        .carePlan('2015-08-10', 'ADOPTION', 'LTRELFR'),
      '2015-07-15',
    ),
  ),
  situation('Kept safe overnight by the police, then by the court', 202160, (child) =>
    careAsItShouldBe(
      child
        .called('Rafael', 'Addae-Finch')
        .boy('2008-07-07', 'MWBA')
        .livesAt('2013-09-02', '52', 'Wharf Road', 'Wharfside', 'XE5 5WR')
        .referred('2015-11-21', '6', 'N1', 'Joel Pennick', ['STRATEGY_DISCUSSION_FLAG', 'CLA_REQUEST_FLAG'])
        .strategyDiscussion('2015-11-21', '2015-12-04', ['LEGAL_ACTION_FLAG'])
        .cameIntoCare('2015-11-21', 'L1', agencyCarers('XE8 4AG', 15))
        .order('2015-11-23', 'L2')
        .order('2015-11-30', 'C1')
        .assessed('2015-11-23', '2016-01-22', ['17A', '3A', '4B'], ['LEGAL_ACTION_FLAG'])
        .workedBy('Emeka Nwachuku', '2015-12-01')
        .reviewingOfficer('Bryn Cadwell', '2015-11-24')
        .carePlan('2015-12-10', 'RETURNEV', 'LTFOST18'),
      '2015-11-21',
      { takesPart: 'PN2', score: 22 },
    ),
  ),
  situation('A mother of sixteen and her baby, both in care', 202181, (child) =>
    careAsItShouldBe(
      child
        .called('Shanelle', 'Samuda')
        .girl('1999-05-18', 'BCRB')
        .inFamily('FAM2181')
        .livesAt('2010-11-08', '77', 'Estuary Road', 'Saltings', 'XE2 1ER')
        .referred('2013-02-04', '2A', 'N8', 'Hattie Gorringe')
        .assessed('2013-02-05', '2013-04-03', ['10A', '11A'])
        .cameIntoCare('2013-04-15', 'V2', agencyCarers('XE8 9AG', 17))
        .workedBy('Verity Aldous', '2013-04-22')
        .reviewingOfficer('Bryn Cadwell', '2013-04-16')
        .carePlan('2013-05-13', 'LTFOST18')
        .becameMother('2015-06-28')
        .moved('2015-06-30', motherAndBaby('XE7 6MB', 9), 'CARPL')
        .carePlan('2015-07-20', 'SUPPLIV'),
      '2013-04-15',
      { score: 17 },
    ),
  ),
  situation('Her baby, with her in the same placement', 202182, (child) =>
    careAsItShouldBe(
      child
        .called('Jada', 'Samuda')
        .girl('2015-06-28', 'BCRB')
        .inFamily('FAM2181')
        .motherIs({ id: '202181', forename: 'Shanelle', surname: 'Samuda', born: '1999-05-18', ethnicity: 'BCRB' })
        .referred('2015-06-29', '3F', 'N8', 'Temi Fashanwe')
        .cameIntoCare('2015-06-30', 'V2', motherAndBaby('XE7 6MB', 9))
        .assessed('2015-06-30', '2015-08-21', ['20'])
        .workedBy('Emeka Nwachuku', '2015-07-06')
        .reviewingOfficer('Bryn Cadwell', '2015-07-01')
        .carePlan('2015-07-20', 'REMAINSUP'),
      '2015-06-30',
    ),
  ),
]
