import { agencyCarers, ownFlat, supportedFlat } from '../placements.ts'
import { careAsItShouldBe } from '../routines.ts'
import { situation } from '../situation.ts'

/** Young people who came to England alone, and young people leaving care. */
export const alone = [
  situation('Came alone, and waits for a health assessment', 202501, (child) =>
    child
      .called('Dawit', 'Tesfaye')
      .boy('1999-09-11', 'BAFR')
      .noPupilNumber('UN3')
      .nationality('Eritrea')
      .immigrationStatus('Unaccompanied Asylum Seeking Child', '2015-12-14')
      .identifiedBy('Home Office Registration', 'XE/0099231', '2015-12-18')
      .referred('2015-12-14', '7', 'N8', 'Joel Pennick', ['CLA_REQUEST_FLAG'])
      .cameIntoCare('2015-12-14', 'V2', agencyCarers('XE9 5DT', 26))
      .assessed('2015-12-15', '2016-02-10', ['9A'])
      .workedBy('Bea Holloway', '2015-12-21')
      .reviewingOfficer('Helen Sotiriou', '2015-12-15')
      .visited('2015-12-18', { alone: true })
      .reviewed('2016-01-13', 'PN2')
      .carePlan('2016-01-18', 'LTFOST18')
      .visited('2016-01-28', { alone: true })
      .workEnded('2016-02-19', 'CW'),
  ),
  situation('Came alone at fifteen', 202514, (child) =>
    child
      .called('Yonas', 'Berhane')
      .boy('2000-06-20', 'BAFR')
      .noPupilNumber('UN3')
      .nationality('Eritrea')
      .immigrationStatus('Unaccompanied Asylum Seeking Child', '2016-01-06')
      .referred('2016-01-06', '6', 'N8', 'Joel Pennick', ['CLA_REQUEST_FLAG'])
      .cameIntoCare('2016-01-06', 'V2', agencyCarers('XE9 5YB', 25))
      .assessed('2016-01-07', null, [])
      .workedBy('Ruth Adeyemi', '2016-01-13')
      .reviewingOfficer('Helen Sotiriou', '2016-01-07')
      .visited('2016-01-12', { alone: true })
      .reviewed('2016-02-02', 'PN2')
      .carePlan('2016-02-08', 'LTFOST18')
      .visited('2016-02-22', { alone: true }),
  ),
  situation('Came alone, granted leave, and turned eighteen in care', 202527, (child) =>
    careAsItShouldBe(
      child
        .called('Abdi', 'Warsan')
        .boy('1998-01-15', 'BAFR')
        .noPupilNumber('UN3')
        .nationality('Somalia')
        .immigrationStatus('Unaccompanied Asylum Seeking Child', '2014-03-10', '2015-06-22')
        .immigrationStatus('Refugee Status', '2015-06-22')
        .referred('2014-03-10', '7', 'N8', 'Joel Pennick', ['CLA_REQUEST_FLAG'])
        .cameIntoCare('2014-03-10', 'V2', agencyCarers('XE8 2AW', 16))
        .assessed('2014-03-11', '2014-05-02', ['9A', '4A'])
        .workedBy('Dilys Pargeter', '2014-05-12')
        .reviewingOfficer('Bryn Cadwell', '2014-03-11')
        .carePlan('2014-04-14', 'SUPPLIV')
        .moved('2015-02-02', supportedFlat('XE1 9SF', 3), 'CARPL')
        .leavingCare('2014-06-09', 'Eligible', 'Lesley Stroud')
        .pathwayPlan('2015-12-07'),
      '2014-03-10',
      { until: '2016-01-15', takesPart: 'PN1', score: 15 },
    )
      .leftCare('2016-01-15', 'E5')
      .closed('2016-01-15', 'RC7')
      .leavingCare('2016-01-15', 'Former Relevant', 'Lesley Stroud')
      .inTouch('2016-01-15', 'D', '1', 'F2')
      .pathwayPlan('2016-01-18'),
  ),
  situation('Left care three years ago, at university', 202540, (child) =>
    careAsItShouldBe(
      child
        .called('Bethan', 'Thornley')
        .girl('1994-11-05', 'WBRI')
        .livesAt('2010-01-11', '31', 'Lantern Close', 'Saltings', 'XE2 9LC')
        .referred('2010-03-01', '2A', 'N5', 'Hattie Gorringe')
        .assessed('2010-03-02', '2010-04-16', ['3B'])
        .cameIntoCare('2010-05-04', 'V2', agencyCarers('XE8 4BT', 14))
        .workedBy('Dilys Pargeter', '2010-05-10')
        .reviewingOfficer('Bryn Cadwell', '2010-05-05')
        .carePlan('2010-06-07', 'LTFOST18'),
      '2010-05-04',
      { until: '2012-11-05', score: 9 },
    )
      .leftCare('2012-11-05', 'E6')
      .closed('2012-11-05', 'RC7')
      .leavingCare('2012-11-05', 'Former Relevant', 'Kwaku Boadi')
      .inTouch('2014-11-07', 'U', '1', 'F1')
      .inTouch('2015-11-05', 'U', '1', 'F1')
      .inTouch('2016-01-21', 'U', '1', 'F1')
      .pathwayPlan('2015-10-12'),
  ),
  situation('Nobody knows where he lives now', 202553, (child) =>
    careAsItShouldBe(
      child
        .called('Tyrell', 'Bramwell-Cole')
        .boy('1996-08-30', 'MWBC')
        .livesAt('2010-08-02', '64', 'Ropewalk', 'Wharfside', 'XE5 8RW')
        .referred('2011-02-14', '6', 'N6', 'Hattie Gorringe')
        .assessed('2011-02-15', '2011-04-01', ['14A', '2A'])
        .cameIntoCare('2011-05-16', 'C2', agencyCarers('XE8 5TB', 20))
        .workedBy('Dilys Pargeter', '2011-05-23')
        .reviewingOfficer('Bryn Cadwell', '2011-05-17')
        .moved('2013-01-21', supportedFlat('XE1 9SF', 3), 'CREQB')
        .moved('2014-02-03', ownFlat('XE5 9OF', 1), 'CHILD')
        .misused('2013-03-06', 'Alcohol', false)
        .convicted('2012-06-20', 'Theft'),
      '2011-05-16',
      { until: '2014-08-29', takesPart: 'PN7', score: 27, dentist: false },
    )
      .leftCare('2014-08-30', 'E6')
      .closed('2014-08-30', 'RC7')
      .leavingCare('2014-08-30', 'Former Relevant', 'Lesley Stroud')
      .inTouch('2014-09-22', 'U', '1', 'G5')
      .inTouch('2015-08-31', 'R', '2', 'G5', 'NO')
      .pathwayPlan('2014-09-29'),
  ),
  situation('A young mother who left care', 202566, (child) =>
    careAsItShouldBe(
      child
        .called('Keira', 'Sedgley')
        .girl('1996-04-12', 'WBRI')
        .livesAt('2010-02-22', '5', 'Beacon Hill', 'Sandling Cross', 'XE6 3BH')
        .referred('2011-09-19', '2A', 'N1', 'Aidan Corless')
        .assessed('2011-09-20', '2011-11-04', ['3A'])
        .cameIntoCare('2011-12-12', 'C1', agencyCarers('XE8 7KS', 15))
        .order('2012-06-11', 'C2')
        .workedBy('Dilys Pargeter', '2011-12-19')
        .reviewingOfficer('Helen Sotiriou', '2011-12-13')
        .becameMother('2013-12-03'),
      '2011-12-12',
      { until: '2014-04-11', score: 16 },
    )
      .leftCare('2014-04-12', 'E5')
      .closed('2014-04-12', 'RC7')
      .leavingCare('2014-04-12', 'Former Relevant', 'Kwaku Boadi')
      .inTouch('2014-04-14', 'D', '1', 'G6')
      .inTouch('2015-04-13', 'U', '1', 'G6')
      .inTouch('2016-02-11', 'U', '1', 'P2')
      .pathwayPlan('2015-11-16'),
  ),
]
