/** What the demo engine leaves out of its answers, and real ones have. */

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are joined, lists and texts that are empty replaced. */
const joined = (value: unknown, more: unknown): unknown => {
	if (isRecord(value) && isRecord(more)) {
		const added = Object.entries(more).map(([key, item]) => [key, joined(value[key], item)]);
		return {...value, ...Object.fromEntries(added)};
	}
	const isEmpty = value === null || value === undefined || value === '';
	return isEmpty || (Array.isArray(value) && value.length === 0) ? more : value;
};

const inspect = {
	State: {Error: 'OCI runtime create failed: no such file'},
	HostConfig: {
		ExtraHosts: ['db:10.0.0.1'],
		CapAdd: ['NET_ADMIN'],
		CapDrop: ['MKNOD'],
		SecurityOpt: ['label=disable'],
		Tmpfs: {'/run': 'size=64m'},
		Dns: ['10.0.0.53'],
		Annotations: {note: 'text'},
		Sysctls: {'net.core.somaxconn': '1024 '},
	},
	Config: {
		User: 'app',
		Domainname: 'example',
		StopSignal: 'SIGQUIT',
		WorkingDir: '/srv/app',
		Entrypoint: ['/entrypoint.sh', '--serve'],
		Healthcheck: {Test: ['CMD', 'curl', '-f', 'http://localhost/']},
	},
	NetworkSettings: {
		Networks: {lan: {IPAddress: 'x', Aliases: ['web'], MacAddress: 'y', Gateway: 'z'}},
	},
};

/** The same answer, with more in it. */
export const enriched = (path: string, value: unknown): unknown => {
	if (/^\/containers\/\{id\}\/json$/.test(path)) return joined(value, inspect);
	if (path === '/containers/json' && Array.isArray(value)) return withGhost(value);
	return value;
};

/** Behind those that are there one whose id is no id. */
const withGhost = (containers: readonly unknown[]): readonly unknown[] => {
	const [first] = containers.filter(isRecord);
	if (first === undefined) return containers;
	return [...containers, {...first, Id: '\u001b]0;owned\u0007\u009b2J/../x', Names: ['/ghost']}];
};
