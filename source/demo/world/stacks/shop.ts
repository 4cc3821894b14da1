import {
	type ComposeSpec,
	type ContainerSpec,
	gibi,
	hours,
	kibi,
	mebi,
	minutes,
	seconds,
} from '../spec.ts';
import {commandProbe, httpProbe, pathEnv, pythonEnv, secret} from './shared.ts';
import {postgres, redis} from './shop-stores.ts';

const compose = (service: string, dependsOn: readonly string[] = [], number = 1): ComposeSpec => ({
	project: 'shop',
	service,
	number,
	dependsOn,
});

const running = {state: 'running', ranForMillis: 3 * hours + 12 * minutes} as const;

const api: ContainerSpec = {
	name: 'shop-api-1',
	compose: compose('api', ['postgres:service_healthy:true', 'redis:service_healthy:false']),
	image: 'shop/api:1.8.2',
	command: ['gunicorn', 'app:api', '-w', '4', '-k', 'uvicorn.workers.UvicornWorker', '-b', ':8000'],
	env: [
		...pythonEnv,
		'APP_ENV=production',
		'LOG_LEVEL=info',
		`DATABASE_URL=postgresql://shop:${secret('shop db', 16)}@postgres:5432/shop`,
		'REDIS_URL=redis://redis:6379/0',
		`SECRET_KEY=${secret('shop session')}`,
		`STRIPE_API_KEY=sk_test_${secret('stripe', 24)}`,
	],
	user: '1000',
	workingDirectory: '/app',
	ports: [{container: 8000, host: 8000}],
	mounts: [
		{type: 'volume', source: 'shop_uploads', target: '/data'},
		{type: 'bind', source: '/etc/ssl/certs', target: '/etc/ssl/certs', readOnly: true},
	],
	networks: ['shop_front', 'shop_back'],
	limits: {cpus: 1, memoryBytes: gibi, pids: 512},
	restartPolicy: 'unless-stopped',
	probe: httpProbe('http://localhost:8000/health', '{"status":"ok","db":"ok","redis":"ok"}'),
	load: {
		cpu: {
			base: 0.16,
			swells: [
				[0.3, 83],
				[0.1, 19],
			],
			peaks: [[0.28, 37]],
			jitter: 0.14,
		},
		startCpuSeconds: 1.9,
		memory: {
			freshBytes: 180 * mebi,
			settledBytes: 318 * mebi,
			swingBytes: 14 * mebi,
			cacheBytes: 88 * mebi,
		},
		netRx: 900 * kibi,
		netTx: 2.1 * mebi,
		blockWrite: 18 * kibi,
		pids: 9,
	},
	voice: 'api',
	children: [7, 8, 9, 10].map(() => 'gunicorn: worker [app:api]'),
	stopMillis: 900,
	past: {...running, unwell: [{agoMillis: 38 * minutes, forMillis: 50 * seconds}]},
};

const worker = (number: number): ContainerSpec => ({
	name: `shop-worker-${number}`,
	compose: compose(
		'worker',
		['redis:service_healthy:false', 'postgres:service_healthy:true'],
		number,
	),
	image: 'shop/api:1.8.2',
	command: ['celery', '-A', 'shop.tasks', 'worker', '--concurrency', '4', '-l', 'info'],
	env: [
		...pythonEnv,
		'REDIS_URL=redis://redis:6379/0',
		`DATABASE_URL=postgresql://shop:${secret('shop db', 16)}@postgres:5432/shop`,
		`AWS_SECRET_ACCESS_KEY=${secret('aws', 40)}`,
	],
	user: '1000',
	workingDirectory: '/app',
	mounts: [{type: 'volume', source: 'shop_uploads', target: '/data'}],
	networks: ['shop_back'],
	limits: {memoryBytes: 768 * mebi},
	restartPolicy: 'unless-stopped',
	probe: commandProbe('celery -A shop.tasks inspect ping -d celery@$HOSTNAME', '1 node online.\n', {
		intervalMillis: 30 * seconds,
	}),
	load: {
		cpu: {base: 0.03, swells: [[0.06, 140]], peaks: [[0.55, 24 + 7 * number]], jitter: 0.03},
		startCpuSeconds: 1.4,
		memory: {
			freshBytes: 120 * mebi,
			settledBytes: (250 + 60 * number) * mebi,
			swingBytes: 22 * mebi,
			cacheBytes: 31 * mebi,
		},
		netRx: 400 * kibi,
		netTx: 240 * kibi,
		blockRead: 300 * kibi,
		blockWrite: 700 * kibi,
		pids: 6,
	},
	voice: 'worker',
	children: [1, 2, 3, 4].map(() => '[celeryd: celery@worker:ForkPoolWorker]'),
	stopMillis: 2200,
	past: {
		...running,
		unwell: number === 2 ? [{agoMillis: 21 * minutes, forMillis: 90 * seconds}] : [],
	},
});

const web: ContainerSpec = {
	name: 'shop-web-1',
	compose: compose('web', ['api:service_healthy:false']),
	image: 'nginx:1.27.2',
	command: ['nginx', '-g', 'daemon off;'],
	env: [pathEnv, 'NGINX_VERSION=1.27.2'],
	ports: [
		{container: 8443, host: 443},
		{container: 80, host: 80},
	],
	mounts: [
		{type: 'bind', source: '/srv/shop/nginx.conf', target: '/etc/nginx/nginx.conf', readOnly: true},
	],
	networks: ['shop_front'],
	limits: {memoryBytes: 512 * mebi},
	restartPolicy: 'unless-stopped',
	probe: httpProbe('https://localhost:8443/ready', 'ready', {
		startPeriodMillis: 90 * seconds,
		readyAfterMillis: 75 * seconds,
		failOutput: 'curl: (22) The requested URL returned error: 503',
	}),
	load: {
		cpu: {base: 0.008, swells: [[0.016, 83]], peaks: [[0.02, 37]], jitter: 0.008},
		startCpuSeconds: 0.1,
		memory: {
			freshBytes: 22 * mebi,
			settledBytes: 54 * mebi,
			swingBytes: 2 * mebi,
			cacheBytes: 44 * mebi,
		},
		netRx: 20 * mebi,
		netTx: 52 * mebi,
		pids: 9,
	},
	voice: 'web',
	children: [1, 2, 3, 4, 5, 6, 7, 8].map(() => 'nginx: worker process'),
	past: {state: 'running', ranForMillis: 41 * seconds},
};

const mailer: ContainerSpec = {
	name: 'shop-mailer-1',
	compose: compose('mailer'),
	image: 'shop/mailer:0.9.1',
	command: ['python', '-m', 'mailer', '--listen', ':8025'],
	env: [...pythonEnv, 'SMTP_HOST=smtp.example.com', `SMTP_PASSWORD=${secret('smtp', 20)}`],
	workingDirectory: '/app',
	networks: ['shop_back'],
	limits: {memoryBytes: 256 * mebi},
	restartPolicy: 'unless-stopped',
	probe: commandProbe('python -m mailer.check', 'ok\n', {
		readyAfterMillis: Number.POSITIVE_INFINITY,
		retries: 3,
		failOutput: 'SMTPConnectTimeoutError: smtp.example.com:587 did not answer within 5 s\n',
	}),
	load: {
		cpu: {base: 0.001, peaks: [[0.02, 61]], jitter: 0.001},
		startCpuSeconds: 0.5,
		memory: {
			freshBytes: 30 * mebi,
			settledBytes: 38 * mebi,
			cacheBytes: 5 * mebi,
			leakBytesPerHour: 700 * kibi,
		},
		netRx: 90 * kibi,
		netTx: 60 * kibi,
		pids: 2,
	},
	voice: 'mailer',
	past: running,
};

/** A web shop: proxy, API, workers, cache, database, and a mailer whose smarthost is down. */
export const shop: readonly ContainerSpec[] = [
	postgres,
	redis,
	api,
	worker(1),
	worker(2),
	mailer,
	web,
];
