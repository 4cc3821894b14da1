import {type ComposeSpec, type ContainerSpec, days, hours, kibi, mebi, seconds} from '../spec.ts';
import {httpProbe, pathEnv, pythonEnv, secret} from './shared.ts';

const compose = (service: string, dependsOn: readonly string[] = []): ComposeSpec => ({
	project: 'observe',
	service,
	number: 1,
	dependsOn,
});

const running = {state: 'running', ranForMillis: 6 * days + 3 * hours} as const;

const prometheus: ContainerSpec = {
	name: 'observe-prometheus-1',
	compose: compose('prometheus'),
	image: 'prom/prometheus:2.54.1',
	command: ['/bin/prometheus', '--config.file=/etc/prometheus/prometheus.yml'],
	env: [pathEnv],
	user: 'nobody',
	ports: [{container: 9090, host: 9090}],
	mounts: [
		{
			type: 'bind',
			source: '/srv/observe/prometheus.yml',
			target: '/etc/prometheus/prometheus.yml',
			readOnly: true,
		},
		{type: 'volume', source: 'observe_tsdb', target: '/prometheus'},
	],
	networks: ['observe_default'],
	restartPolicy: 'unless-stopped',
	load: {
		cpu: {base: 0.004, peaks: [[0.12, 15]], jitter: 0.003},
		startCpuSeconds: 0.8,
		memory: {
			freshBytes: 70 * mebi,
			settledBytes: 210 * mebi,
			swingBytes: 18 * mebi,
			cacheBytes: 190 * mebi,
		},
		netRx: 3 * mebi,
		netTx: 200 * kibi,
		blockWrite: 2 * mebi,
		pids: 14,
	},
	voice: 'prometheus',
	past: running,
};

const dashboard: ContainerSpec = {
	name: 'observe-dashboard-1',
	compose: compose('dashboard', ['prometheus:service_started:false']),
	image: 'observe/dashboard:0.4.0',
	command: ['python', 'manage.py', 'runserver', '0.0.0.0:3000'],
	env: [
		...pythonEnv,
		'DJANGO_SETTINGS_MODULE=dashboard.settings',
		`DJANGO_SECRET_KEY=${secret('django', 50)}`,
	],
	workingDirectory: '/app',
	ports: [{container: 3000, host: 3000}],
	networks: ['observe_default'],
	restartPolicy: 'unless-stopped',
	probe: httpProbe('http://localhost:3000/ping', 'pong', {intervalMillis: 15 * seconds}),
	load: {
		cpu: {base: 0.006, swells: [[0.02, 57]], jitter: 0.006},
		startCpuSeconds: 1.2,
		memory: {
			freshBytes: 60 * mebi,
			settledBytes: 118 * mebi,
			swingBytes: 4 * mebi,
			cacheBytes: 22 * mebi,
		},
		netRx: 200 * kibi,
		netTx: 2 * mebi,
		pids: 4,
	},
	voice: 'dashboard',
	past: running,
};

/** An image without a shell, and a log that goes nowhere. */
const collector: ContainerSpec = {
	name: 'observe-collector-1',
	compose: compose('collector'),
	image: 'otel/collector:0.111.0',
	command: ['/otelcol', '--config', '/etc/otelcol/config.yaml'],
	env: ['SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
	user: '10001',
	ports: [{container: 4317}, {container: 4318}, {container: 8125, protocol: 'udp', host: 8125}],
	networks: ['observe_default'],
	limits: {cpus: 0.5, memoryBytes: 200 * mebi, pids: 64},
	restartPolicy: 'unless-stopped',
	load: {
		cpu: {base: 0.02, swells: [[0.02, 71]], jitter: 0.01},
		memory: {freshBytes: 40 * mebi, settledBytes: 88 * mebi, swingBytes: 5 * mebi},
		netRx: 5 * mebi,
		netTx: 4 * mebi,
		pids: 11,
	},
	voice: 'collector',
	past: running,
};

const beacon: ContainerSpec = {
	name: 'observe-beacon-1',
	compose: compose('beacon'),
	image: 'observe/beacon:0.2.0',
	command: ['python', 'beacon.py'],
	env: [...pythonEnv],
	networks: ['observe_default'],
	restartPolicy: 'unless-stopped',
	logDriver: 'none',
	load: {
		cpu: {base: 0.002, jitter: 0.002},
		memory: {freshBytes: 14 * mebi, settledBytes: 19 * mebi},
		netTx: 80 * kibi,
		pids: 1,
	},
	voice: 'plain',
	past: running,
};

const loadTest: ContainerSpec = {
	name: 'observe-locust-1',
	compose: compose('locust'),
	image: 'locustio/locust:2.31.8',
	command: ['locust', '-f', '/mnt/shop.py', '--headless'],
	env: [...pythonEnv],
	networks: ['observe_default', 'shop_front'],
	limits: {cpus: 2},
	load: {
		cpu: {base: 0.2, swells: [[0.3, 31]], jitter: 0.1},
		memory: {freshBytes: 60 * mebi, settledBytes: 94 * mebi},
		netRx: 2 * mebi,
		netTx: mebi,
		pids: 3,
	},
	voice: 'loadTest',
	past: {state: 'paused', ranForMillis: 2 * hours},
};

/** Watching the others: a shell-less collector, a beacon without a log, a paused load test. */
export const observe: readonly ContainerSpec[] = [
	prometheus,
	dashboard,
	collector,
	beacon,
	loadTest,
];
