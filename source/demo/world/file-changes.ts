import {currentRun, type DemoContainer} from './container.ts';
import {baseOf} from './image-bases.ts';
import {randomFor} from './random.ts';

/** As `docker diff` has it. */
export interface DemoFileChange {
	readonly path: string;
	readonly kind: 'modified' | 'added' | 'deleted';
}

/** Files in which a container differs from its image, with the folders they are in; by path. */
export const fileChangesOf = (container: DemoContainer): readonly DemoFileChange[] => {
	if (currentRun(container) === undefined) return [];
	const changes = new Map<string, DemoFileChange['kind']>();
	for (const [path, kind] of leavesOf(container)) {
		const names = path.split('/').slice(1, -1);
		for (const depth of names.keys()) {
			const folder = `/${names.slice(0, depth + 1).join('/')}`;
			if (!changes.has(folder)) changes.set(folder, isNew(folder) ? 'added' : 'modified');
		}
		changes.set(path, kind);
	}
	return [...changes]
		.map(([path, kind]) => ({path, kind}))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
};

type Leaf = readonly [path: string, kind: DemoFileChange['kind']];

/** Made by the program, not by its image. */
const isNew = (folder: string): boolean => /\/(__pycache__|pip-cache|sessions)$/.test(folder);

const leavesOf = (container: DemoContainer): readonly Leaf[] => {
	const {spec, key} = container;
	const random = randomFor(`files ${key}`);
	const [program = ''] = spec.command;
	const own = programs[program.split('/').at(-1) ?? '']?.(random.integer(4, 19)) ?? [];
	const base = baseOf(spec.image);
	if (base === 'distroless') return own;
	const shell: Leaf[] = random.chance(0.4)
		? [[`/home/app/.${base === 'debian' ? 'bash' : 'ash'}_history`, 'added']]
		: [];
	return [...own, ...shell];
};

const pythonFiles = (count: number): readonly Leaf[] => [
	...Array.from(
		{length: count},
		(_, index) =>
			[`/app/${pythonFolder(index)}/__pycache__/module${index}.cpython-313.pyc`, 'added'] as const,
	),
	['/tmp/pip-cache/selfcheck.json', 'added'],
	['/usr/local/lib/python3.13/site-packages/distutils-precedence.pth', 'deleted'],
	['/var/log/dpkg.log', 'modified'],
];

const pythonFolder = (index: number): string => ['api', 'models', 'tasks'][index % 3] ?? 'api';

const programs: Readonly<Record<string, (count: number) => readonly Leaf[]>> = {
	gunicorn: pythonFiles,
	celery: pythonFiles,
	python: pythonFiles,
	nginx: count => [
		['/etc/nginx/conf.d/default.conf', 'modified'],
		['/etc/nginx/conf.d/example_ssl.conf', 'deleted'],
		['/run/nginx.pid', 'added'],
		...Array.from(
			{length: count},
			(_, index) =>
				[`/var/cache/nginx/proxy_temp/${String(index).padStart(10, '0')}`, 'added'] as const,
		),
	],
	postgres: () => [
		['/run/postgresql/.s.PGSQL.5432', 'added'],
		['/run/postgresql/.s.PGSQL.5432.lock', 'added'],
	],
	'redis-server': () => [['/data/temp-17.rdb', 'deleted']],
};
