import {
	type ComposeSpec,
	type ContainerSpec,
	days,
	hours,
	kibi,
	mebi,
	minutes,
	seconds,
} from '../spec.ts';
import {httpProbe, pythonEnv, secret} from './shared.ts';

const compose = (service: string, dependsOn: readonly string[] = []): ComposeSpec => ({
	project: 'billing',
	service,
	number: 1,
	dependsOn,
});

const ledger: ContainerSpec = {
	name: 'billing-ledger-1',
	compose: compose('ledger'),
	image: 'billing/ledger:3.1.0',
	command: ['uvicorn', 'ledger.main:app', '--host', '0.0.0.0', '--port', '9000'],
	env: [...pythonEnv, 'LEDGER_MODE=live', `SIGNING_SECRET=${secret('ledger')}`],
	user: '1000',
	workingDirectory: '/app',
	ports: [{container: 9000, host: 9000}],
	mounts: [{type: 'volume', source: 'billing_journal', target: '/var/lib/ledger'}],
	networks: ['billing_default'],
	limits: {cpus: 0.5, memoryBytes: 512 * mebi},
	restartPolicy: 'always',
	probe: httpProbe('http://localhost:9000/healthz', 'ok'),
	load: {
		cpu: {base: 0.015, swells: [[0.03, 113]], peaks: [[0.05, 29]], jitter: 0.014},
		startCpuSeconds: 0.9,
		memory: {
			freshBytes: 90 * mebi,
			settledBytes: 246 * mebi,
			swingBytes: 9 * mebi,
			cacheBytes: 41 * mebi,
		},
		netRx: 300 * kibi,
		netTx: 420 * kibi,
		blockWrite: 1.2 * mebi,
		pids: 5,
	},
	voice: 'ledger',
	past: {state: 'running', ranForMillis: 2 * days + 4 * hours},
};

const cron: ContainerSpec = {
	name: 'billing-cron-1',
	compose: compose('cron', ['ledger:service_started:false']),
	image: 'billing/ledger:3.1.0',
	command: ['python', 'cron.py'],
	env: [...pythonEnv, 'LEDGER_URL=http://ledger:9000'],
	workingDirectory: '/app',
	networks: ['billing_default'],
	restartPolicy: 'always',
	load: {
		cpu: {base: 0.2},
		memory: {freshBytes: 18 * mebi, settledBytes: 40 * mebi},
		netRx: 8 * kibi,
		netTx: 2 * kibi,
		pids: 1,
	},
	voice: 'cron',
	crash: {afterMillis: 3.4 * seconds, exitCode: 1},
	past: {state: 'running', ranForMillis: 26 * minutes, restartCount: 17},
};

const report: ContainerSpec = {
	name: 'billing-report-1',
	compose: compose('report', ['ledger:service_healthy:false']),
	image: 'billing/report:1.4.0',
	command: ['python', '-m', 'report', '--month', '2026-10'],
	env: [...pythonEnv, 'LEDGER_URL=http://ledger:9000'],
	workingDirectory: '/app',
	networks: ['billing_default'],
	limits: {memoryBytes: 256 * mebi},
	load: {
		cpu: {base: 0.7, swells: [[0.2, 9]], jitter: 0.2},
		memory: {freshBytes: 40 * mebi, settledBytes: 240 * mebi, leakBytesPerHour: 6000 * mebi},
		netRx: 4 * mebi,
		pids: 3,
	},
	voice: 'report',
	crash: {afterMillis: 40 * seconds, exitCode: 137, isOutOfMemory: true},
	past: {
		state: 'exited',
		ranForMillis: 41 * seconds,
		exitedForMillis: 5 * minutes,
		exitCode: 137,
		oomKilled: true,
	},
};

/** Book-keeping: one service that runs, one that crashes for ever, one that ran out of memory. */
export const billing: readonly ContainerSpec[] = [ledger, cron, report];
