import {randomRequest} from './http-traffic.ts';
import {
	accessTime,
	dateTime,
	err,
	type Moment,
	out,
	pythonTime,
	traceback,
	type Utterance,
	type Voice,
} from './voice.ts';

/** nginx: access log on stdout, notices and errors on stderr. */
export const web: Voice = {
	perSecond: 3,
	opening: ({atMillis}) => {
		const stamp = dateTime(atMillis).replaceAll('-', '/');
		return [
			out('/docker-entrypoint.sh: Configuration complete; ready for start up'),
			err(`${stamp} [notice] 1#1: nginx/1.27.2`),
			err(`${stamp} [notice] 1#1: OS: Linux 6.8.0-48-generic`),
			err(`${stamp} [notice] 1#1: start worker processes`),
		];
	},
	working: ({atMillis, random}) => {
		const request = randomRequest(random);
		const line = `${request.method} ${request.path} HTTP/1.1`;
		const access = out(
			`${request.client} - - [${accessTime(atMillis)}] "${line}" ${request.status} ${request.bytes} "-" "Mozilla/5.0 (X11; Linux x86_64)"`,
		);
		if (!random.chance(0.05)) return [access];
		const stamp = dateTime(atMillis).replaceAll('-', '/');
		return [
			access,
			err(
				`${stamp} [warn] 29#29: *${random.integer(1000, 90_000)} an upstream response is buffered to a temporary file, client: ${request.client}, request: "${line}", upstream: "http://172.20.0.3:8000${request.path}"`,
			),
		];
	},
	closing: ({atMillis}) => [
		err(
			`${dateTime(atMillis).replaceAll('-', '/')} [notice] 1#1: signal 15 (SIGTERM) received, exiting`,
		),
	],
};

/** gunicorn with an application that logs through `logging`. */
export const api: Voice = {
	perSecond: 4,
	opening: ({atMillis}) => [
		err(`[${dateTime(atMillis)} +0000] [1] [INFO] Starting gunicorn 23.0.0`),
		err(`[${dateTime(atMillis)} +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)`),
		err(`[${dateTime(atMillis)} +0000] [1] [INFO] Using worker: uvicorn.workers.UvicornWorker`),
		...[7, 8, 9, 10].map(pid =>
			err(`[${dateTime(atMillis)} +0000] [${pid}] [INFO] Booting worker with pid: ${pid}`),
		),
		out(`${pythonTime(atMillis)} INFO  shop.api connected to postgres:5432/shop, pool 20`),
	],
	working: moment => {
		const {atMillis, random} = moment;
		if (random.chance(0.012)) return failedOrder(moment);
		if (random.chance(0.03))
			return [
				out(
					`${pythonTime(atMillis)} WARN  shop.db pool exhausted: 20/20, waited ${random.integer(90, 900)}ms`,
				),
			];
		const request = randomRequest(random);
		const level = request.status >= 400 ? 'WARN ' : 'INFO ';
		return [
			out(
				`${pythonTime(atMillis)} ${level} ${request.method} ${request.path} ${request.status} ${request.millis}ms user=${request.user}`,
			),
		];
	},
	closing: ({atMillis}) => [
		err(`[${dateTime(atMillis)} +0000] [1] [INFO] Handling signal: term`),
		err(`[${dateTime(atMillis)} +0000] [1] [INFO] Shutting down: Master`),
	],
};

const failedOrder = ({atMillis, random}: Moment): Utterance[] => [
	err(
		`${pythonTime(atMillis)} ERROR POST /v1/orders 500 ${random.integer(250, 900)}ms user=${random.integer(11, 99)}`,
	),
	...traceback(
		[
			['"/app/orders.py", line 88, in create', 'cur = await pool.connection(timeout=0.25)'],
			[
				'"/usr/local/lib/python3.13/site-packages/psycopg_pool/pool_async.py", line 203, in connection',
				'conn = await self.getconn(timeout=timeout)',
			],
		],
		"psycopg_pool.PoolTimeout: couldn't get a connection after 0.25 sec",
	),
];

const tasks: readonly [string, ...string[]] = [
	'shop.tasks.send_receipt',
	'shop.tasks.resize_image',
	'shop.tasks.resize_image',
	'shop.tasks.reindex_item',
	'shop.tasks.expire_carts',
];

/** A Celery worker: everything on stderr, as Celery does. */
export const worker: Voice = {
	perSecond: 0.7,
	opening: ({atMillis, hostname}) => [
		err(` -------------- celery@${hostname} v5.4.0 (opalescent)`),
		err(`[${pythonTime(atMillis)}: INFO/MainProcess] Connected to redis://redis:6379/0`),
		err(`[${pythonTime(atMillis)}: INFO/MainProcess] celery@${hostname} ready.`),
	],
	working: ({atMillis, random}) => {
		const task = random.pick(tasks);
		const id = `${random.integer(0x1000_0000, 0xffff_ffff).toString(16)}-7c1e-4b7f`;
		const process = `ForkPoolWorker-${random.integer(1, 4)}`;
		const seconds = (random.next() * 2.4 + 0.02).toFixed(3);
		const received = err(
			`[${pythonTime(atMillis)}: INFO/MainProcess] Task ${task}[${id}] received`,
		);
		if (random.chance(0.04))
			return [
				received,
				err(
					`[${pythonTime(atMillis + 1)}: WARNING/${process}] Task ${task}[${id}] retry: Retry in 30s: SMTPServerDisconnected('Connection unexpectedly closed')`,
				),
			];
		return [
			received,
			err(
				`[${pythonTime(atMillis + 1)}: INFO/${process}] Task ${task}[${id}] succeeded in ${seconds}s: None`,
			),
		];
	},
	closing: () => [err('worker: Warm shutdown (MainProcess)')],
};

/** A mail gateway that cannot reach its smarthost. */
export const mailer: Voice = {
	perSecond: 0.25,
	opening: ({atMillis}) => [
		out(`${pythonTime(atMillis)} INFO  mailer listening on :8025, smarthost smtp.example.com:587`),
	],
	working: moment => {
		const {atMillis, random} = moment;
		const message = `<${random.integer(100_000, 999_999)}@shop.example.com>`;
		if (random.chance(0.1))
			return [
				err(`${pythonTime(atMillis)} ERROR mailer delivery of ${message} failed`),
				...traceback(
					[
						['"/app/mailer.py", line 141, in deliver', 'async with self.smtp() as smtp:'],
						[
							'"/usr/local/lib/python3.13/site-packages/aiosmtplib/smtp.py", line 260, in connect',
							'raise SMTPConnectTimeoutError(...)',
						],
					],
					'aiosmtplib.errors.SMTPConnectTimeoutError: Timed out connecting to smtp.example.com on port 587',
				),
			];
		return [
			err(
				`${pythonTime(atMillis)} WARN  mailer ${message} deferred: smarthost unreachable, attempt ${random.integer(2, 40)}, ${random.integer(300, 420)} queued`,
			),
		];
	},
};
