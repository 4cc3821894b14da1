import {accessTime, err, out, type Voice} from './voice.ts';

const logfmt = (atMillis: number, level: string, rest: string) =>
	`ts=${new Date(atMillis).toISOString()} level=${level} ${rest}`;

export const prometheus: Voice = {
	perSecond: 0.03,
	opening: ({atMillis}) => [
		err(
			logfmt(
				atMillis,
				'info',
				'caller=main.go:601 msg="Starting Prometheus Server" version=2.54.1',
			),
		),
		err(
			logfmt(
				atMillis,
				'info',
				'caller=main.go:1213 msg="Server is ready to receive web requests."',
			),
		),
	],
	working: ({atMillis, random}) => [
		err(
			random.chance(0.2)
				? logfmt(
						atMillis,
						'warn',
						'caller=scrape.go:1400 component="scrape manager" target=http://cron:9100/metrics msg="Append failed" err="no route to host"',
					)
				: logfmt(
						atMillis,
						'info',
						`caller=head.go:1378 component=tsdb msg="WAL checkpoint complete" duration=${random.integer(80, 900)}ms`,
					),
		),
	],
	closing: ({atMillis}) => [
		err(
			logfmt(
				atMillis,
				'warn',
				'caller=main.go:942 msg="Received an OS signal, exiting gracefully..."',
			),
		),
	],
};

/** Coloured, as Django's development server writes. */
export const dashboard: Voice = {
	perSecond: 0.4,
	opening: () => [
		out('\u001b[36mINFO\u001b[0m  starting dashboard on 0.0.0.0:3000'),
		out('\u001b[32mOK\u001b[0m    14 panels, 3 sources'),
	],
	working: ({random}) => [
		random.chance(0.1)
			? err(
					`\u001b[33mWARN\u001b[0m  slow query, ${random.integer(900, 4000)}ms: rate(http_requests[5m])`,
				)
			: out(
					`\u001b[36mINFO\u001b[0m  GET /api/panel/${random.integer(1, 14)} \u001b[32m200\u001b[0m ${random.integer(4, 120)}ms`,
				),
	],
};

export const collector: Voice = {
	perSecond: 0.2,
	opening: ({atMillis}) => [
		err(
			`${new Date(atMillis).toISOString()}\tinfo\tservice/service.go:261\tEverything is ready. Begin running and processing data.`,
		),
	],
	working: ({atMillis, random}) => [
		err(
			`${new Date(atMillis).toISOString()}\tinfo\tTracesExporter\t{"kind": "exporter", "spans": ${random.integer(8, 900)}}`,
		),
	],
};

/** A person at a prompt, on a terminal. */
export const console: Voice = {
	perSecond: 0.05,
	opening: () => [
		out('Python 3.13.0 (main, Oct  8 2024, 00:06:32) [GCC 12.2.0] on linux'),
		out('Type "help", "copyright", "credits" or "license" for more information.'),
	],
	working: ({random}) => [out(`>>> len(orders.pending())`), out(String(random.integer(3, 90)))],
};

export const loadTest: Voice = {
	perSecond: 0.5,
	opening: () => [
		out('Starting Locust 2.31.8'),
		out('Ramping to 40 users at a rate of 2.00 per second'),
	],
	working: ({atMillis, random}) => [
		out(
			`[${new Date(atMillis).toISOString().slice(0, 19)}] Aggregated ${random.integer(900, 9000)} reqs, ${random.integer(0, 4)} fails, median ${random.integer(20, 90)}ms`,
		),
	],
};

export const registry: Voice = {
	perSecond: 0.1,
	opening: ({atMillis}) => [
		err(
			`time="${new Date(atMillis).toISOString()}" level=info msg="listening on [::]:5000" version=2.8.3`,
		),
	],
	working: ({atMillis, random}) => [
		out(
			`172.17.0.1 - - [${accessTime(atMillis)}] "GET /v2/shop/api/manifests/1.8.${random.integer(0, 2)} HTTP/1.1" 200 1570 "" "docker/27.3.1"`,
		),
	],
};
