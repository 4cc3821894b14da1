import {randomFor} from '../random.ts';
import {type ContainerSpec, hours, mebi, minutes, seconds} from '../spec.ts';
import {httpProbe, pythonEnv, secret} from './shared.ts';

const projectNames =
	'atlas basil cedar delta ember fjord grove haven indigo juniper karst lumen'.split(' ');
const serviceNames = 'gateway users orders stock search prices images basket audit jobs'.split(' ');

/** Projects of ten small Python services each, as many containers as asked for. */
export const generated = (seed: number, count: number): ContainerSpec[] =>
	Array.from({length: count}, (_, index) => generatedContainer(seed, index));

const generatedContainer = (seed: number, index: number): ContainerSpec => {
	const projectIndex = Math.floor(index / serviceNames.length);
	const round = Math.floor(projectIndex / projectNames.length);
	const name = projectNames[projectIndex % projectNames.length] ?? 'atlas';
	const project = round === 0 ? name : `${name}${round + 1}`;
	const service = serviceNames[index % serviceNames.length] ?? 'gateway';
	const random = randomFor(`generated ${seed} ${project} ${service}`);
	const memory = random.integer(40, 240) * mebi;
	return {
		name: `${project}-${service}-1`,
		compose: {project, service, number: 1},
		image: `${project}/${service}:1.${random.integer(0, 20)}.${random.integer(0, 9)}`,
		command: ['gunicorn', `${service}.wsgi`, '-b', ':8000'],
		env: [...pythonEnv, `SECRET_KEY=${secret(`${project} ${service}`)}`],
		workingDirectory: '/app',
		ports: [{container: 8000}],
		networks: [`${project}_default`],
		...(random.chance(0.6) ? {limits: {memoryBytes: 384 * mebi}} : {}),
		restartPolicy: 'unless-stopped',
		...(random.chance(0.5)
			? {probe: httpProbe('http://localhost:8000/health', 'ok', {intervalMillis: 30 * seconds})}
			: {}),
		load: {
			cpu: {
				base: 0.004 + random.next() * 0.03,
				swells: [[random.next() * 0.12, random.integer(40, 300)]],
				peaks: [[random.next() * 0.3, random.integer(20, 120)]],
				jitter: 0.004,
			},
			startCpuSeconds: 0.8,
			memory: {
				freshBytes: memory / 2,
				settledBytes: memory,
				swingBytes: memory / 30,
				cacheBytes: memory / 5,
			},
			netRx: random.integer(50, 900) * 1024,
			netTx: random.integer(50, 900) * 1024,
			blockWrite: random.integer(0, 200) * 1024,
			pids: random.integer(2, 9),
		},
		voice: 'plain',
		past: random.chance(0.06)
			? {
					state: 'exited',
					ranForMillis: random.integer(1, 600) * minutes,
					exitedForMillis: random.integer(2, 2000) * minutes,
					exitCode: random.pick([0, 0, 1, 143]),
				}
			: {
					state: 'running',
					ranForMillis: random.integer(5, 900) * minutes + random.integer(0, 72) * hours,
				},
	};
};
