import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {whyNoPrivateEngine} from '../../scripts/lib/private-engine.ts';
import {shortPlan} from '../../scripts/lib/soak/plan.ts';
import {runSoak} from '../../scripts/lib/soak/run.ts';
import {judge} from '../../scripts/lib/soak/verdict.ts';

const reason = await whyNoPrivateEngine();
if (reason !== undefined) {
	if (process.env['DOCKMON_REQUIRE_ENGINE'] === '1') throw new Error(reason);
	console.log(`the short soak left out: ${reason}`);
}

const program = path.join(import.meta.dirname, '../../build/cli.js');
const patienceMillis = 420_000;

// For an hour it is run by `npm run soak -- --minutes 60`.
test.skipIf(reason !== undefined)(
	'nothing grows while containers, views and the daemon come and go',
	{timeout: patienceMillis},
	async ({signal}) => {
		expect(existsSync(program)).toBe(true);
		const plan = shortPlan();
		const record = await runSoak({plan, program, signal, tell: () => undefined});
		expect(record.faults).toEqual([]);
		expect(record.replaced).toBeGreaterThan(5);
		expect(judge(record, plan).filter(({isKept}) => !isKept)).toEqual([]);
	},
);
