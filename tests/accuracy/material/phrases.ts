/*
 * What is said in the recordings: whole phrases without a comma, so that a synthesizer makes no
 * pause inside. The first half calibrates the pace, the second half tests it.
 */

export const CALIBRATION_PHRASES = [
  'I once worked on a service that had to answer thousands of requests each second',
  'the first thing that I did was to look at the logs of the whole week',
  'we moved the slow queries out of the way and added a proper index',
  'nobody in the team had ever seen a failure like that before',
  'so I asked the people who had written it what they were afraid of',
  'it took us about three days to find the reason for the delay',
  'my manager wanted a quick answer but I needed to be sure',
  'we decided to roll back the release and to try again on Monday',
  'after that we wrote a test for every single case that we knew',
  'the database was a simple one and it did its job very well',
  'I would rather explain a trade off than hide it from the customer',
  'in the end the page loaded twice as fast as it had before',
  'communication between departments was definitely the biggest difficulty',
  'I am responsible for the reliability of our internal applications',
  'a cache is easy to add and very hard to get right',
  'they gave me the time that I needed to learn the new language',
  'we keep it short and we keep it clear',
  'that was a good day for all of us',
  'I learned that a small change can break a large system',
  'our monitoring showed nothing unusual until the evening',
] as const

export const TEST_PHRASES = [
  'let me tell you about a project that did not go as planned',
  'we had promised the customer a new search by the end of the month',
  'the old code was hard to read and even harder to change',
  'I drew a picture of the whole system on a large sheet of paper',
  'then we talked about each part and marked what could go wrong',
  'it turned out that two of the services were never used at all',
  'I suggested that we remove them before we build anything else',
  'some of my colleagues were not happy with that at first',
  'we measured the response time every night for two weeks',
  'the numbers were better than all of us had expected',
  'I still think that it was the right thing to do',
  'today I would ask for help much earlier than I did',
  'unfortunately the documentation was incomplete and partially outdated',
  'the organization was preparing for an international certification',
  'you can not fix what you do not see',
  'a message queue keeps the two sides from waiting for each other',
  'I have been writing software for a little over nine years',
  'we paid the price for it half a year later',
  'most of the work went into understanding the requirements',
  'at my last job I was on call every third week',
] as const
