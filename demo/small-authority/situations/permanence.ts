import { adoptingCarers, adopters, earlyPermanenceCarers, ownCarers, relatives, relativesForGood } from '../placements.ts'
import { careAsItShouldBe } from '../routines.ts'
import { situation } from '../situation.ts'

/** Ways to a family for good, and a child who died. */
export const permanence = [
  situation('Adopted, fourteen months after coming into care', 202610, (child) =>
    careAsItShouldBe(
      child
        .called('Alfie', 'Millward')
        .boy('2013-02-20', 'WBRI')
        .livesAt('2013-02-25', '10', 'Gull Cottages', 'Marram Bay', 'XE4 9GC')
        .referred('2013-03-18', '3B', 'N1', 'Temi Fashanwe')
        .assessed('2013-03-19', '2013-05-10', ['2B', '16A'])
        .cameIntoCare('2013-05-20', 'C1', ownCarers('XE2 1AM', 7))
        .workedBy('Marcus Bell', '2013-05-27')
        .reviewingOfficer('Helen Sotiriou', '2013-05-21')
        .carePlan('2013-08-12', 'ADOPTION')
        .order('2013-11-18', 'E1')
        .workedBy('Judith Farleigh', '2013-11-25')
        .moved('2014-02-17', adopters('XE8 3AD', 18), 'CARPL')
        .shouldBeAdopted('2013-09-16', 'Judith Farleigh')
        .permanence({
          placementOrder: '2013-11-18',
          matchedOn: '2014-01-27',
          placedOn: '2014-02-17',
          adopters: { sex: 'MF', legal: 'L11', number: 2 },
          order: { on: '2014-07-21', type: 'Adoption' },
        }),
      '2013-05-20',
      { until: '2014-07-18' },
    )
      .leftCare('2014-07-21', 'E12')
      .closed('2014-07-21', 'RC1'),
  ),
  situation('Adopted by the carers he came to', 202623, (child) =>
    careAsItShouldBe(
      child
        .called('Levi', 'Heronsgate')
        .boy('2014-06-05', 'WROM')
        .referred('2014-05-12', '3F', 'N1', 'Temi Fashanwe')
        .assessed('2014-05-13', '2014-06-02', ['5B', '16A'])
        .cameIntoCare('2014-06-09', 'V2', earlyPermanenceCarers('XE7 4LH', 10))
        .order('2014-06-30', 'C1')
        .workedBy('Marcus Bell', '2014-06-16')
        .reviewingOfficer('Bryn Cadwell', '2014-06-10')
        .carePlan('2014-09-15', 'ADOPTION')
        .sameCarersUnderOrder('2015-01-12', 'E1', adoptingCarers('XE7 4LH', 10), 'CARPL')
        .workedBy('Judith Farleigh', '2015-01-19')
        .shouldBeAdopted('2014-10-20', 'Judith Farleigh')
        .permanence({
          placementOrder: '2015-01-12',
          matchedOn: '2014-12-15',
          placedOn: '2015-01-12',
          byCarer: true,
          adopters: { sex: 'FF', legal: 'L12', number: 2 },
          order: { on: '2015-09-07', type: 'Adoption' },
        }),
      '2014-06-09',
      { until: '2015-09-04' },
    )
      .leftCare('2015-09-07', 'E11')
      .closed('2015-09-07', 'RC1'),
  ),
  situation('A family could not be found in time', 202636, (child) =>
    careAsItShouldBe(
      child
        .called('Naomi', 'Lindomar')
        .girl('2009-09-09', 'BCRB')
        .livesAt('2010-02-08', '22', 'Dunlin Road', 'Teal Point', 'XE3 5DR')
        .referred('2012-06-11', '6', 'N1', 'Hattie Gorringe')
        .assessed('2012-06-12', '2012-08-03', ['3B', '4B'])
        .cameIntoCare('2012-09-10', 'C1', ownCarers('XE3 9NL', 3))
        .workedBy('Verity Aldous', '2012-09-17')
        .reviewingOfficer('Helen Sotiriou', '2012-09-11')
        .carePlan('2012-12-10', 'ADOPTION')
        .order('2013-04-15', 'E1')
        .shouldBeAdopted('2013-01-21', 'Judith Farleigh')
        .permanence({ placementOrder: '2013-04-15', reversedOn: '2014-11-24', reversedReason: 'RD3' })
        .order('2015-02-09', 'C2')
        .carePlan('2015-02-09', 'LTFOST18'),
      '2012-09-10',
      { score: 15 },
    ),
  ),
  situation('Waiting to be matched', 202649, (child) =>
    careAsItShouldBe(
      child
        .called('Poppy', 'Garside')
        .girl('2012-08-15', 'WBRI')
        .livesAt('2012-08-20', '36', 'Slipway', 'Oyster Quay', 'XE1 8SW')
        .referred('2015-02-02', '2A', 'N1', 'Hattie Gorringe')
        .assessed('2015-02-03', '2015-03-27', ['2B', '3B'])
        .cameIntoCare('2015-04-20', 'C1', ownCarers('XE2 2PG', 4))
        .workedBy('Marcus Bell', '2015-04-27')
        .reviewingOfficer('Helen Sotiriou', '2015-04-21')
        .carePlan('2015-07-20', 'ADOPTION')
        .order('2015-11-16', 'E1')
        .shouldBeAdopted('2015-09-14', 'Judith Farleigh')
        .permanence({ placementOrder: '2015-11-16' }),
      '2015-04-20',
    ),
  ),
  situation('With her grandmother for good', 202662, (child) =>
    careAsItShouldBe(
      child
        .called('Esme', 'Tarrant')
        .girl('2003-11-20', 'WBRI')
        .livesAt('2011-02-07', '44', 'Windmill Street', 'Wharfside', 'XE5 6WS')
        .referred('2013-06-03', '1A', 'N8', 'Hattie Gorringe')
        .assessed('2013-06-04', '2013-07-26', ['2B'])
        .cameIntoCare('2013-08-12', 'V2', relatives('XE4 1ET', 5))
        .workedBy('Sunita Rao-Lang', '2013-08-19')
        .reviewingOfficer('Bryn Cadwell', '2013-08-13')
        .carePlan('2013-11-11', 'LTRELFR')
        .sameCarers('2014-03-03', relativesForGood('XE4 1ET', 5), 'PLACE')
        .permanentlyWith('2015-05-18', 'Special Guardianship'),
      '2013-08-12',
      { until: '2015-05-15', score: 11 },
    )
      .leftCare('2015-05-18', 'E45')
      .closed('2015-05-18', 'RC4'),
  ),
  situation('Came back into care after a special guardianship', 202675, (child) =>
    careAsItShouldBe(
      child
        .called('Leo', 'Trevanion')
        .boy('2008-12-01', 'WBRI')
        .livesAt('2012-11-05', '8', 'Tern Walk', 'Teal Point', 'XE3 2TW')
        .previously('P2', '989', 'zz/10/2012')
        .referred('2015-11-02', '1A', 'N5', 'Temi Fashanwe')
        .assessed('2015-11-03', '2015-12-22', ['4A', '14A'])
        .cameIntoCare('2016-01-04', 'V2', ownCarers('XE3 4LT', 2))
        .workedBy('Chloe Fenwright', '2016-01-08')
        .reviewingOfficer('Helen Sotiriou', '2016-01-05')
        .carePlan('2016-01-29', 'RETURN6M', 'LTFOST18'),
      '2016-01-04',
      { takesPart: 'PN1', score: 23 },
    ),
  ),
  situation('A child who died', 202688, (child) =>
    careAsItShouldBe(
      child
        .called('Ellie', 'Winstone')
        .girl('2007-04-28', 'WBRI')
        .livesAt('2010-01-18', '16', 'Chapel Fields', 'Sandling Cross', 'XE6 4CF')
        .disabled('2010-02-01', 'MOB', 'PC', 'LD', 'VIS')
        .referred('2010-02-01', '3F', 'N2', 'Rachel Quill')
        .assessed('2010-02-02', '2010-03-12', ['6A'])
        .inNeedPlan('2010-03-15')
        .visitedEvery(84, '2010-04-12', '2013-01-20')
        .inNeedPlanEnded('2013-02-04')
        .cameIntoCare('2013-02-04', 'V2', ownCarers('XE6 2EW', 2))
        .workedBy('Rachel Quill', '2013-02-04')
        .reviewingOfficer('Bryn Cadwell', '2013-02-05')
        .carePlan('2013-03-04', 'REMAINSUP'),
      '2013-02-04',
      { until: '2014-12-05', takesPart: 'PN3' },
    )
      .died('2014-12-08')
      .leftCare('2014-12-08', 'E2')
      .closed('2014-12-08', 'RC2'),
  ),
  situation('Two children, or one twice', 207715, (child) =>
    child
      .called('Freya', 'Lockyer')
      .girl('2011-10-02', 'WBRI')
      .motherIs({ id: '207714', forename: 'Kim', surname: 'Lockyer', born: '1989-09-12', ethnicity: 'WBRI' })
      .inFamily('FAM2715')
      .livesAt('2012-01-09', '3', 'Bollard Lane', 'Wharfside', 'XE5 1BL')
      .referred('2015-08-24', '3A', 'N4', 'Temi Fashanwe')
      .assessed('2015-08-25', '2015-10-14', ['4B'])
      .inNeedPlan('2015-10-19')
      .workedBy('Esther Wamalwa', '2015-10-19')
      .visitedEvery(28, '2015-10-26', '2016-02-26'),
  ),
  situation('Entered again under another number', 208102, (child) =>
    child
      .called('Freya', 'Lockyer')
      .girl('2011-10-02', 'WBRI')
      .noPupilNumber('UN4')
      .contact('2014-03-17', '3B', 'ADVICE_FLAG')
      .referredWithoutFurtherAction('2014-06-16', '2014-06-17', '4', 'N4', 'Joel Pennick'),
  ),
]
