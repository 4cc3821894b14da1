import {err, type Moment, out, pythonTime, traceback, type Voice} from './voice.ts';

const json = (moment: Moment, level: string, event: string, fields: Record<string, unknown>) =>
	JSON.stringify({
		ts: new Date(moment.atMillis).toISOString(),
		level,
		logger: 'ledger',
		event,
		...fields,
	});

/** JSON lines, as structlog writes them, beside uvicorn's own access lines. */
export const ledger: Voice = {
	perSecond: 0.9,
	opening: moment => [
		err('INFO:     Started server process [1]'),
		err('INFO:     Application startup complete.'),
		err('INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)'),
		out(json(moment, 'info', 'journal opened', {entries: 184_233})),
	],
	working: moment => {
		const {random} = moment;
		const invoice = `INV-${random.integer(20_000, 29_999)}`;
		if (random.chance(0.3))
			return [
				out(
					`INFO:     172.22.0.4:${random.integer(30_000, 60_000)} - "GET /balance HTTP/1.1" 200 OK`,
				),
			];
		if (random.chance(0.04))
			return [
				out(
					json(moment, 'error', 'posting rejected', {
						invoice,
						reason: 'debits and credits differ',
						difference_cents: random.integer(1, 90),
					}),
				),
			];
		return [
			out(
				json(moment, 'info', 'invoice posted', {
					invoice,
					amount_cents: random.integer(900, 240_000),
					currency: random.pick(['EUR', 'EUR', 'USD', 'CHF']),
					took_ms: random.integer(4, 90),
				}),
			),
		];
	},
	closing: () => [err('INFO:     Shutting down'), err('INFO:     Finished server process [1]')],
};

/** A scheduler that dies of a wrong setting at every start. */
export const cron: Voice = {
	perSecond: 0,
	opening: ({atMillis}) => [
		out(`${pythonTime(atMillis)} INFO  cron starting, 4 jobs`),
		out(`${pythonTime(atMillis + 40)} INFO  cron reading exchange rates from rates.internal:8080`),
	],
	working: () => [],
	crashing: ({atMillis}) => [
		err(`${pythonTime(atMillis)} CRITICAL cron cannot start`),
		...traceback(
			[
				['"/app/cron.py", line 57, in <module>', 'main()'],
				['"/app/cron.py", line 31, in main', 'rates = load_rates(os.environ["RATES_URL"])'],
				['"<frozen os>", line 717, in __getitem__', 'raise KeyError(key) from None'],
			],
			"KeyError: 'RATES_URL'",
		),
	],
};

/** A report that loads a whole table into memory. */
export const report: Voice = {
	perSecond: 1.5,
	opening: ({atMillis}) => [
		out(`${pythonTime(atMillis)} INFO  report building monthly statement 2026-10`),
	],
	working: ({atMillis, random}) => [
		out(
			`${pythonTime(atMillis)} INFO  report loaded ${random.integer(20, 400)}000 rows, rss ${random.integer(120, 250)}M`,
		),
	],
};

/** A program that says it is alive now and then. */
export const plain: Voice = {
	perSecond: 0.1,
	opening: ({atMillis, hostname}) => [out(`${pythonTime(atMillis)} INFO  ${hostname} started`)],
	working: ({atMillis, random}) => [
		out(
			`${pythonTime(atMillis)} INFO  processed ${random.integer(1, 60)} messages in ${random.integer(2, 900)}ms`,
		),
	],
	closing: ({atMillis}) => [out(`${pythonTime(atMillis)} INFO  bye`)],
};
