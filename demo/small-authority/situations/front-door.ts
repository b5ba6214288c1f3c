import { shortBreaks } from '../placements.ts'
import { situation } from '../situation.ts'

/** Children met at the front door, helped early, assessed, or in need at home. */
export const frontDoor = [
  situation('Asked about four times before anyone visited', 201312, (child) =>
    child
      .called('Rowan', 'Stannard')
      .girl('2009-03-14', 'WBRI')
      .livesAt('2010-01-04', '12', 'Dunlin Road', 'Teal Point', 'XE3 5DR')
      .contact('2012-10-02', '3B', 'ADVICE_FLAG')
      .contact('2013-05-16', '2A')
      .contact('2013-11-28', '4')
      .contact('2014-02-21', '1B')
      .referred('2014-03-11', '6', 'N1', 'Aidan Corless')
      .assessed('2014-03-12', '2014-05-14', ['3B', '1B'], ['NFA_FLAG'], 'Father has left the home. Mother accepts the support of her GP.')
      .closed('2014-05-15', 'RC8'),
  ),
  situation('Helped early, and that was enough', 201340, (child) =>
    child
      .called('Kwabena', 'Nyarkoh')
      .boy('2006-08-08', 'BAFR')
      .livesAt('2011-05-02', '3', 'Curlew Rise', 'Saltings', 'XE2 3CR')
      .contact('2014-09-19', '2A', 'ADVICE_FLAG')
      .earlyHelp('2014-10-01', 'Not sleeping, late for school', 'Saltings Academy', 'Delphine Marsh')
      .earlyHelpEnded('2015-03-20', 'Needs met'),
  ),
  situation('Early help was not enough', 201366, (child) =>
    child
      .called('Sienna', 'Farrant')
      .girl('2011-12-02', 'MOTH')
      .livesAt('2012-02-06', '66', 'Harbour Street', 'Oyster Quay', 'XE1 4HS')
      .contact('2014-11-03', '3B', 'ADVICE_FLAG')
      .earlyHelp('2014-11-17', 'Home conditions and debt', 'Family Centre East', 'Osian Treharne')
      .earlyHelpEnded('2015-04-13', 'Stepped up to social care')
      .referred('2015-04-13', '5B', 'N4', 'Temi Fashanwe')
      .assessed('2015-04-14', '2015-06-11', ['16A', '4B'])
      .inNeedPlan('2015-06-15')
      .workedBy('Esther Wamalwa', '2015-06-15')
      .visitedEvery(28, '2015-06-22', '2016-02-26'),
  ),
  situation('Nothing further, once it was looked into', 201401, (child) =>
    child
      .called('Toby', 'Quarmby')
      .boy('2008-01-30', 'WBRI')
      .livesAt('2010-07-12', '9', 'Lantern Close', 'Saltings', 'XE2 9LC')
      .referredWithoutFurtherAction('2015-02-10', '2015-02-12', '9', 'N1', 'Joel Pennick'),
  ),
  situation('Back within the year, and again', 201455, (child) =>
    child
      .called('Connor', 'Larkrise')
      .boy('2007-06-19', 'WBRI')
      .livesAt('2010-02-01', '28', 'Capstan Way', 'Wharfside', 'XE5 2CW')
      .referred('2014-06-03', '6', 'N1', 'Aidan Corless')
      .assessed('2014-06-04', '2014-07-29', ['3B'], ['NFA_FLAG'])
      .closed('2014-07-30', 'RC8')
      .referred('2015-01-19', '6', 'N1', 'Hattie Gorringe')
      .assessed('2015-01-20', '2015-03-20', ['3B', '17A'])
      .inNeedPlan('2015-03-24')
      .workedBy('Shereen Akhtari', '2015-03-24')
      .visitedEvery(30, '2015-03-30', '2015-09-18')
      .inNeedPlanEnded('2015-09-25')
      .closed('2015-09-25', 'RC7')
      .referred('2016-01-20', '2A', 'N1', 'Aidan Corless')
      .assessed('2016-01-21', null, []),
  ),
  situation('A plan that ended before anyone wrote it down', 201498, (child, known) =>
    child
      .called('Anjali', 'Rajwani')
      .girl('2010-05-05', 'AIND')
      .livesAt('2010-06-01', '5', 'Ferry Terrace', 'Oyster Quay', 'XE1 7FT')
      .referred('2015-06-08', '3A', 'N3', 'Hattie Gorringe')
      .assessed('2015-06-09', '2015-08-07', ['6B', '4B'])
      .inNeedPlan('2015-08-10')
      .workedBy('Gareth Lunn', '2015-08-10')
      .visitedEvery(28, '2015-08-17', '2016-01-15')
      .inNeedPlanEnded(known({ january: null, february: '2016-01-22' }))
      .closed(known({ january: null, february: '2016-01-22' }), 'RC7'),
  ),
  situation('An assessment past its day', 201533, (child) =>
    child
      .called('Jakub', 'Brzezik')
      .boy('2012-09-27', 'WOTH')
      .nationality('Poland')
      .livesAt('2013-08-12', '17A', 'Windmill Street', 'Wharfside', 'XE5 6WS')
      .referred('2015-11-16', '3E', 'N1', 'Pavel Dostalik')
      .assessed('2015-11-17', null, [])
      .visited('2015-11-25', { bedroom: true }),
  ),
  situation('Two short breaks a month', 201602, (child) =>
    child
      .called('Isaac', 'Meadowcroft')
      .boy('2005-02-11', 'MWBA')
      .livesAt('2010-04-01', '2', 'Chapel Fields', 'Sandling Cross', 'XE6 4CF')
      .disabled('2010-04-20', 'LD', 'COMM', 'AUT')
      .referred('2012-03-05', '3F', 'N2', 'Rachel Quill')
      .assessed('2012-03-06', '2012-05-08', ['5A'], ['PROV_OF_SB_CARE_FLAG'])
      .inNeedPlan('2012-05-14')
      .educationPlan({
        requestedOn: '2014-10-06',
        decidedOn: '2015-01-19',
        issuedOn: '2015-02-23',
        reviewedOn: '2016-02-10',
        need: 'ASD',
        secondNeed: 'SLD',
      })
      .cameIntoCare('2012-06-02', 'V4', shortBreaks('XE6 1SB', 4))
      .visitedEvery(84, '2012-09-03', '2016-02-29'),
  ),
  situation('Almost nothing recorded', 201640, (child) => child.called('Noor', 'Elmasri').noPupilNumber('UN5').contact('2015-12-22', '10')),
  situation('A name with an accent, an apostrophe and a hyphen', 201671, (child) =>
    child
      .called('Zoë-Roísín', "O'Sheil-Łukasik")
      .girl('2013-01-09', 'WOTH')
      .livesAt('2013-03-04', '1', "St Enodoc's Court", 'Teal Point', 'XE3 8SE')
      .referred('2015-09-14', '1C', 'N4', 'Temi Fashanwe')
      .assessed('2015-09-15', '2015-11-06', ['4B'])
      .inNeedPlan('2015-11-09')
      .workedBy('Calum Drever', '2015-11-09')
      .visitedEvery(28, '2015-11-16', '2016-02-26'),
  ),
  situation('Wanted help with a fourteen-year-old', 201703, (child, known) =>
    child
      .called('Talia', known({ january: 'Hallbrook', february: 'Hallbrook-Sorrell' }))
      .girl('2001-08-16', 'MWAS')
      .livesAt('2010-10-18', '90', 'Estuary Road', 'Saltings', 'XE2 1ER')
      .contact('2015-08-20', '1A', 'ADVICE_FLAG')
      .referred('2015-10-12', '1A', 'N6', 'Hattie Gorringe')
      .assessed('2015-10-13', '2015-12-11', ['10A', '11A', '2A'])
      .inNeedPlan('2015-12-14')
      .workedBy('Shereen Akhtari', '2015-12-14')
      .wentMissing('2016-01-09 22:00:00')
      .returned('2016-01-10 11:30:00')
      .interviewOffered('2016-01-11', 'Y')
      .wentMissing('2016-02-20 20:45:00')
      .returned('2016-02-21 02:10:00')
      .interviewOffered('2016-02-22', 'N')
      .visitedEvery(21, '2015-12-21', '2016-02-26'),
  ),
]
