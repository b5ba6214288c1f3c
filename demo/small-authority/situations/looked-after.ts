import {
  agencyCarers,
  agencyCarersForGood,
  childrensHome,
  ownCarers,
  ownCarersForGood,
  relativesForGood,
  residentialSchool,
  secureHome,
  withParent,
} from '../placements.ts'
import { careAsItShouldBe } from '../routines.ts'
import { situation } from '../situation.ts'

/** Children in the care of Looked After Team 1 and 2. */
export const lookedAfter = [
  situation('Settled with the same carers for years', 202310, (child) =>
    careAsItShouldBe(
      child
        .called('Oscar', 'Penhallow')
        .boy('2006-07-14', 'WBRI')
        .livesAt('2010-02-15', '6', 'Tern Walk', 'Teal Point', 'XE3 2TW')
        .referred('2011-06-01', '2A', 'N1', 'Hattie Gorringe')
        .assessed('2011-06-02', '2011-07-29', ['2B', '16A'])
        .cameIntoCare('2011-09-05', 'V2', ownCarers('XE2 6AC', 4))
        .workedBy('Marcus Bell', '2011-09-12')
        .reviewingOfficer('Bryn Cadwell', '2011-09-06')
        .carePlan('2011-10-03', 'RETURNEV', 'LTFOST18')
        .order('2011-10-17', 'C1')
        .order('2012-05-21', 'C2')
        .carePlan('2012-05-21', 'LTFOST18')
        .moved('2012-06-18', ownCarersForGood('XE2 8BD', 5), 'CARPL'),
      '2011-09-05',
      { score: 13 },
    ),
  ),
  situation('Seen a week later than the law asks', 202322, (child) =>
    careAsItShouldBe(
      child
        .called('Samir', 'Haddou')
        .boy('2000-12-06', 'OOTH')
        .livesAt('2011-03-07', '30', 'Ropewalk', 'Wharfside', 'XE5 8RW')
        .referred('2014-02-10', '6', 'N5', 'Hattie Gorringe')
        .assessed('2014-02-11', '2014-04-04', ['14A', '2A'])
        .cameIntoCare('2014-05-19', 'V2', agencyCarers('XE8 2HD', 16))
        .workedBy('Dean Ormsby', '2014-05-26')
        .reviewingOfficer('Helen Sotiriou', '2014-05-20')
        .carePlan('2014-06-16', 'LTFOST18')
        .misused('2014-11-12', 'Cannabis', true)
        .moved('2015-03-09', childrensHome('XE9 7CH', 27), 'CREQB')
        .convicted('2015-05-14', 'Criminal damage')
        .workedBy('Ruth Adeyemi', '2015-10-05', 'MANAGE')
        .stayedAway('2015-08-01 18:00:00')
        .returned('2015-08-02 10:15:00')
        .interviewOffered('2015-08-03', 'Y'),
      '2014-05-19',
      { takesPart: 'PN4', until: '2016-01-12', score: 24 },
    )
      .visited('2016-01-13', { alone: true })
      .reviewed('2016-02-23', 'PN4'),
  ),
  situation('Three placements in a year', 202335, (child) =>
    careAsItShouldBe(
      child
        .called('Kian', 'Falconer')
        .boy('2002-04-17', 'WBRI')
        .livesAt('2010-09-13', '11', 'Capstan Way', 'Wharfside', 'XE5 2CW')
        .referred('2013-09-16', '2B', 'N1', 'Aidan Corless')
        .assessed('2013-09-17', '2013-11-14', ['3A', '4A'])
        .cameIntoCare('2013-12-02', 'V2', ownCarers('XE5 1KF', 2))
        .order('2014-01-20', 'C1')
        .order('2014-07-14', 'C2')
        .workedBy('Bea Holloway', '2013-12-09')
        .reviewingOfficer('Helen Sotiriou', '2013-12-03')
        .carePlan('2014-01-06', 'LTFOST18')
        .moved('2015-04-20', agencyCarers('XE8 3AB', 14), 'CREQB')
        .moved('2015-07-02', agencyCarers('XE9 4CD', 22), 'CREQB')
        .moved('2015-10-12', childrensHome('XE9 7CH', 27), 'CREQO')
        .workedBy('Ruth Adeyemi', '2015-11-02', 'LEFTRL'),
      '2013-12-02',
      { takesPart: 'PN1', score: 21 },
    ),
  ),
  situation('Settling in her first year away', 202347, (child) =>
    careAsItShouldBe(
      child
        .called('Ifeoma', 'Bright')
        .girl('2007-08-02', 'BAFR')
        .livesAt('2012-04-09', '25', 'Windmill Street', 'Wharfside', 'XE5 6WS')
        .referred('2015-03-03', '2A', 'N1', 'Temi Fashanwe')
        .assessed('2015-03-04', '2015-04-29', ['17A'])
        .cameIntoCare('2015-06-01', 'V2', ownCarers('XE2 4IB', 6))
        .order('2015-06-26', 'C1')
        .workedBy('Ruth Adeyemi', '2015-06-08')
        .reviewingOfficer('Helen Sotiriou', '2015-06-02')
        .carePlan('2015-06-29', 'LTRELFR', 'LTFOST18')
        .order('2016-01-11', 'C2'),
      '2015-06-01',
      { until: '2016-01-21', score: 12 },
    ).visited('2016-01-21', { alone: true }),
  ),
  situation('Home on a care order', 202359, (child) =>
    careAsItShouldBe(
      child
        .called('Layla', 'Marchbank')
        .girl('2003-06-23', 'WBRI')
        .livesAt('2011-01-10', '40', 'Chapel Fields', 'Sandling Cross', 'XE6 4CF')
        .referred('2012-11-05', '6', 'N1', 'Aidan Corless')
        .assessed('2012-11-06', '2012-12-21', ['1B', '3B'])
        .cameIntoCare('2013-01-07', 'C1', ownCarers('XE6 5LM', 3))
        .workedBy('Ruth Adeyemi', '2013-01-14')
        .reviewingOfficer('Bryn Cadwell', '2013-01-08')
        .carePlan('2013-02-04', 'RETURNEV')
        .order('2013-07-15', 'C2')
        .moved('2014-09-01', withParent('XE6 4CF'), 'CARPL')
        .carePlan('2014-09-01', 'REMAINSUP'),
      '2013-01-07',
      { until: '2016-01-25', score: 11 },
    ).visited('2016-01-25', { alone: true }),
  ),
  situation('A secure home, then a residential school', 202371, (child) =>
    careAsItShouldBe(
      child
        .called('Connor', 'Whitlow')
        .boy('2000-10-25', 'WBRI')
        .livesAt('2010-06-21', '13', 'Beacon Hill', 'Sandling Cross', 'XE6 3BH')
        .disabled('2012-01-16', 'BEH')
        .referred('2012-01-09', '2B', 'N6', 'Hattie Gorringe')
        .assessed('2012-01-10', '2012-03-05', ['14A', '4A'])
        .cameIntoCare('2012-04-16', 'V2', childrensHome('XE9 7CH', 27))
        .workedBy('Dean Ormsby', '2015-10-12')
        .reviewingOfficer('Bryn Cadwell', '2012-04-17')
        .carePlan('2012-05-14', 'RESPLMT')
        .order('2012-10-08', 'C2')
        .wentMissing('2013-06-07 23:10:00')
        .returned('2013-06-11 14:00:00')
        .interviewOffered('2013-06-12', 'N')
        .wentMissing('2013-07-19 21:30:00')
        .returned('2013-07-24 08:20:00')
        .interviewOffered('2013-07-25', 'N')
        .moved('2013-07-26', secureHome('XE9 1SH', 31), 'CARPL')
        .moved('2013-10-25', residentialSchool('XE8 8RS', 19), 'CARPL')
        .educationPlan({
          requestedOn: '2014-11-10',
          decidedOn: '2015-02-16',
          issuedOn: '2015-03-23',
          reviewedOn: null,
          need: 'SEMH',
          secondNeed: '',
        }),
      '2012-04-16',
      { takesPart: 'PN7', score: 29 },
    ),
  ),
  situation('Nobody since her worker left', 202384, (child) =>
    careAsItShouldBe(
      child
        .called('Grace', 'Oduya')
        .girl('2002-12-18', 'BAFR')
        .livesAt('2012-07-02', '7', 'Pilot Gardens', 'Teal Point', 'XE3 1PG')
        .referred('2015-09-07', '1A', 'N5', 'Hattie Gorringe')
        .assessed('2015-09-08', '2015-11-02', ['4B', '15A'])
        .cameIntoCare('2015-12-07', 'V2', agencyCarers('XE8 6GO', 13))
        .workedBy('Bea Holloway', '2015-12-09')
        .reviewingOfficer('Helen Sotiriou', '2015-12-08')
        .carePlan('2016-01-04', 'RETURN6M')
        .workEnded('2016-02-19', 'CW'),
      '2015-12-07',
      { takesPart: 'PN1', score: 19, dentist: false },
    ),
  ),
  situation('Four, and her worker left in her first month', 202446, (child) =>
    child
      .called('Hana', 'Qureshi-Dean')
      .girl('2011-06-30', 'APKN')
      .livesAt('2012-03-05', '9', 'Tern Walk', 'Teal Point', 'XE3 4TW')
      .referred('2015-11-30', '3A', 'N1', 'Hattie Gorringe')
      .assessed('2015-12-01', '2016-01-22', ['3A', '4B'], ['CLA_REQUEST_FLAG'])
      .cameIntoCare('2016-01-27', 'C1', ownCarers('XE2 6HQ', 4))
      .workedBy('Bea Holloway', '2016-01-28')
      .reviewingOfficer('Helen Sotiriou', '2016-01-28')
      .visited('2016-02-01', { alone: true })
      .carePlan('2016-02-09', 'RETURNEV')
      .reviewed('2016-02-23', 'PN6')
      .workEnded('2016-02-19', 'CW'),
  ),
  situation('Into care in the last fortnight', 202396, (child) =>
    child
      .called('Callum', 'Rigby')
      .boy('2005-10-30', 'WBRI')
      .livesAt('2010-03-08', '58', 'Harbour Street', 'Oyster Quay', 'XE1 4HS')
      .referred('2015-12-14', '2A', 'N1', 'Aidan Corless')
      .assessed('2015-12-15', '2016-02-12', ['2B', '16A'])
      .visited('2015-12-21', { bedroom: true })
      .cameIntoCare('2016-02-18', 'V2', ownCarers('XE3 6CR', 5))
      .workedBy('Ruth Adeyemi', '2016-02-22')
      .reviewingOfficer('Helen Sotiriou', '2016-02-19')
      .visited('2016-02-24 16:00:00', { alone: true }),
  ),
  situation('A name that fills the page', 202408, (child) =>
    careAsItShouldBe(
      child
        .called('Maximiliana-Oluwaseun', 'Featherstonehaugh-Wojciechowska Abernethy')
        .girl('2004-01-12', 'MOTH')
        .livesAt('2013-05-13', '101', 'Customs House Row', 'Oyster Quay', 'XE1 2CH')
        .referred('2014-08-11', '5C', 'N4', 'Hattie Gorringe')
        .assessed('2014-08-12', '2014-10-03', ['4B'])
        .cameIntoCare('2014-10-13', 'V2', agencyCarersForGood('XE8 1MF', 18))
        .workedBy('Sunita Rao-Lang', '2014-10-20')
        .reviewingOfficer('Bryn Cadwell', '2014-10-14')
        .carePlan('2014-11-10', 'LTFOST18'),
      '2014-10-13',
      { takesPart: 'PN1', score: 9 },
    ),
  ),
  situation('Staying until eighteen, and sees her brother', 202420, (child) =>
    careAsItShouldBe(
      child
        .called('Zuri', 'Okello')
        .girl('1999-03-26', 'BAFR')
        .inFamily('FAM2420')
        .livesAt('2010-10-04', '15', 'Curlew Rise', 'Saltings', 'XE2 3CR')
        .referred('2010-11-08', '3A', 'N3', 'Hattie Gorringe')
        .assessed('2010-11-09', '2010-12-14', ['6B'])
        .cameIntoCare('2011-01-17', 'V2', ownCarersForGood('XE3 7MJ', 4))
        .workedBy('Verity Aldous', '2011-01-24')
        .reviewingOfficer('Helen Sotiriou', '2011-01-18')
        .carePlan('2011-02-14', 'LTFOST18')
        .workedBy('Ruth Adeyemi', '2016-01-11', 'MANAGE')
        .leavingCare('2015-04-13', 'Eligible', 'Kwaku Boadi')
        .pathwayPlan('2015-07-06')
        .inTouch('2016-02-04', 'Z', '1', 'F2'),
      '2011-01-17',
      { takesPart: 'PN1', score: 8 },
    ),
  ),
  situation('Her brother, with their aunt', 202421, (child) =>
    careAsItShouldBe(
      child
        .called('Tariq', 'Okello')
        .boy('2003-09-02', 'BAFR')
        .inFamily('FAM2420')
        .livesAt('2010-10-04', '15', 'Curlew Rise', 'Saltings', 'XE2 3CR')
        .referred('2010-11-08', '3A', 'N3', 'Hattie Gorringe')
        .assessed('2010-11-09', '2010-12-14', ['6B'])
        .cameIntoCare('2011-01-17', 'V2', relativesForGood('XE2 5AU', 1))
        .workedBy('Verity Aldous', '2011-01-24')
        .reviewingOfficer('Helen Sotiriou', '2011-01-18')
        .carePlan('2011-02-14', 'LTRELFR'),
      '2011-01-17',
      { takesPart: 'PN6', score: 10 },
    ),
  ),
  situation('In care, out, and in again', 202433, (child) =>
    careAsItShouldBe(
      careAsItShouldBe(
        child
          .called('Billy', 'Marwood')
          .boy('2006-10-06', 'WBRI')
          .livesAt('2010-05-24', '2', 'Lantern Close', 'Saltings', 'XE2 9LC')
          .referred('2012-05-14', '6', 'N1', 'Aidan Corless')
          .assessed('2012-05-15', '2012-07-06', ['3B', '1B'])
          .cameIntoCare('2012-08-20', 'V2', ownCarers('XE2 7BM', 3))
          .workedBy('Emeka Nwachuku', '2012-08-27')
          .reviewingOfficer('Bryn Cadwell', '2012-08-21'),
        '2012-08-20',
        { until: '2013-03-01', score: 18 },
      )
        .leftCare('2013-03-04', 'E4A')
        .closed('2013-05-31', 'RC7')
        .referred('2014-11-10', '2A', 'N1', 'Temi Fashanwe')
        .assessed('2014-11-11', '2015-01-07', ['3B', '16A'])
        .cameIntoCare('2015-01-26', 'L2', ownCarers('XE2 7BM', 3))
        .order('2015-02-02', 'C1')
        .order('2015-08-17', 'C2')
        .workedBy('Dean Ormsby', '2015-02-09')
        .reviewingOfficer('Bryn Cadwell', '2015-01-27')
        .carePlan('2015-03-02', 'LTFOST18'),
      '2015-01-26',
      { takesPart: 'PN6', until: '2016-01-17', score: 20 },
    ),
  ),
]
