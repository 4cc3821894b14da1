import {dateTime, err, out, redisTime, type Voice} from './voice.ts';

export const redis: Voice = {
	perSecond: 0.05,
	opening: ({atMillis}) => [
		out(`1:C ${redisTime(atMillis)} * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo`),
		out(
			`1:C ${redisTime(atMillis)} * Redis version=7.4.1, bits=64, modified=0, pid=1, just started`,
		),
		out(`1:M ${redisTime(atMillis)} * Server initialized`),
		out(`1:M ${redisTime(atMillis)} * Ready to accept connections tcp`),
	],
	working: ({atMillis, random}) => [
		out(
			`1:M ${redisTime(atMillis)} * ${random.integer(100, 900)} changes in 300 seconds. Saving...`,
		),
		out(
			`1:M ${redisTime(atMillis)} * Background saving started by pid ${random.integer(200, 9000)}`,
		),
		out(`1:M ${redisTime(atMillis + 60)} * Background saving terminated with success`),
	],
	closing: ({atMillis}) => [
		out(
			`1:signal-handler (${Math.floor(atMillis / 1000)}) Received SIGTERM scheduling shutdown...`,
		),
		out(`1:M ${redisTime(atMillis)} * DB saved on disk`),
		out(`1:M ${redisTime(atMillis)} # Redis is now ready to exit, bye bye...`),
	],
};

/** PostgreSQL logs to stderr. */
export const postgres: Voice = {
	perSecond: 0.08,
	opening: ({atMillis}) => {
		const stamp = `${dateTime(atMillis)}.012 UTC`;
		return [
			out('PostgreSQL Database directory appears to contain a database; Skipping initialization'),
			err(`${stamp} [1] LOG:  starting PostgreSQL 16.4 (Debian 16.4-1.pgdg120+2)`),
			err(`${stamp} [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432`),
			err(`${stamp} [1] LOG:  database system is ready to accept connections`),
		];
	},
	working: ({atMillis, random}) => {
		const stamp = `${dateTime(atMillis)}.${random.integer(100, 999)} UTC`;
		const pid = random.integer(40, 4000);
		if (random.chance(0.3))
			return [
				err(
					`${stamp} [${pid}] ERROR:  duplicate key value violates unique constraint "orders_reference_key"`,
				),
				err(
					`${stamp} [${pid}] DETAIL:  Key (reference)=(R-${random.integer(1000, 9999)}) already exists.`,
				),
				err(
					`${stamp} [${pid}] STATEMENT:  INSERT INTO orders (reference, user_id) VALUES ($1, $2)`,
				),
			];
		if (random.chance(0.4))
			return [
				err(
					`${stamp} [${pid}] LOG:  duration: ${random.integer(520, 4100)}.${random.integer(100, 999)} ms  execute <unnamed>: SELECT * FROM items WHERE search @@ to_tsquery($1) ORDER BY rank LIMIT 50`,
				),
			];
		return [
			err(
				`${stamp} [27] LOG:  checkpoint complete: wrote ${random.integer(20, 900)} buffers (0.${random.integer(1, 9)}%); 0 WAL file(s) added, 0 removed, 1 recycled`,
			),
		];
	},
	closing: ({atMillis}) => [
		err(`${dateTime(atMillis)}.204 UTC [1] LOG:  received fast shutdown request`),
		err(`${dateTime(atMillis)}.391 UTC [1] LOG:  database system is shut down`),
	],
};
