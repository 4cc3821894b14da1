import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterTest} from './after-test.ts';
import {fieldPayloads} from './spoiled-json.ts';

/** Files that dockmon reads where it is started, every text in them hostile. */
export interface HostileHome {
	/** What is there: to be the current directory, too. */
	readonly folder: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** The name of a context that leads to the engine. */
	readonly context: string;
}

/** YAML takes JSON, and its escapes. */
const yaml = (value: unknown): string => JSON.stringify(value);

/** A payload in a context has its name in the environment, where a zero ends it. */
const withoutZero = (text: string): string => text.replaceAll('\0', '');

const wellFormed = (text: string): string => text.toWellFormed();

/** Says what it is told to by an environment variable of the test, byte by byte. */
const speaker = (text: string, code: number): string =>
	`printf '%b' '${[...Buffer.from(text)].map(byte => `\\0${byte.toString(8).padStart(3, '0')}`).join('')}'; exit ${code}`;

/**
 * @param round which payload comes first
 * @param url of the engine that the context names
 */
export const hostileHome = async (round: number, url: string): Promise<HostileHome> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-hostile-'));
	afterTest(() => rm(folder, {recursive: true, force: true}));
	const at = (name: string): string => path.join(folder, name);
	const next = (number: number): string =>
		fieldPayloads[(round * 7 + number) % fieldPayloads.length] ?? '';
	for (const each of ['dockmon/themes', 'docker', 'bin']) await mkdir(at(each), {recursive: true});

	const context = `ctx${withoutZero(wellFormed(next(0)))}`.slice(0, 200);
	const hash = createHash('sha256').update(context).digest('hex');
	await mkdir(at(`docker/contexts/meta/${hash}`), {recursive: true});
	await writeFile(
		at(`docker/contexts/meta/${hash}/meta.json`),
		JSON.stringify({
			Name: context,
			Metadata: {Description: next(1)},
			Endpoints: {docker: {Host: url}},
		}),
	);

	const settings = {
		[`no${next(2)}`]: next(3),
		theme: `evil${next(4)}`.slice(0, 200),
		preset: next(5),
		keys: {[next(6)]: next(7), 'help.open': next(8), 'container.restart': ['r', next(9)]},
		list: {sort: next(10), columns: [next(11)], filter: next(12), groupBy: next(13)},
		logs: {
			highlight: [
				{pattern: next(14), color: next(15)},
				{pattern: 'ok', [next(16)]: 1},
			],
		},
		commands: [
			{
				...{name: 'say', key: 'T', scope: 'any'},
				command: ['sh', '-c', speaker(fieldPayloads.slice(0, 40).join('\n'), 3)],
			},
			{
				...{name: 'tell', key: 'U', scope: 'any', show: 'message'},
				command: ['sh', '-c', speaker(next(17), 1)],
			},
			{name: next(18), command: ['true']},
			{
				name: 'missing',
				key: 'W',
				scope: 'any',
				command: [`no-such-program${next(19)}`.slice(0, 60)],
			},
		],
	};
	await writeFile(at('dockmon/config.yaml'), yaml(settings));
	for (const number of [80, 81, 82]) {
		const name = withoutZero(wellFormed(next(number)))
			.replaceAll('/', '')
			.slice(0, 60);
		const theme = {base: next(83), [`no${next(84)}`]: 1, colors: {ok: next(85), err: '#000001'}};
		await writeFile(at(`dockmon/themes/e${name}.yaml`), yaml(theme));
	}
	await writeFile(
		at('dockmon/state.json'),
		JSON.stringify({
			version: 1,
			values: {
				'list.sort': next(20),
				'list.columns': [next(21)],
				'list.groupBy': `label:${next(22)}`,
				folded: [`project:${next(23)}`],
				typed: fieldPayloads.slice(0, 10),
				filters: fieldPayloads.slice(10, 20),
				shells: fieldPayloads.slice(20, 30),
				used: [next(24)],
			},
		}),
	);
	const project = {
		theme: next(25),
		[`no${next(26)}`]: 1,
		commands: [{name: 'x', command: next(27)}],
	};
	await writeFile(at('dockmon.yaml'), yaml(project));
	await writeFile(at('.dockmon.yaml'), yaml(project));

	const services = Object.fromEntries(
		Array.from({length: 12}, (_, index) => [
			`s${index}${next(30 + index)}`.slice(0, 300),
			{
				image: `i${next(50 + index)}`.slice(0, 300),
				ports: [`p${next(60 + index)}`.slice(0, 300)],
				depends_on: {[`d${next(70 + index)}`.slice(0, 300)]: {condition: next(index)}},
				environment: {[`E${next(index + 3)}`.slice(0, 300)]: next(index + 4)},
			},
		]),
	);
	await writeFile(at('docker-compose.yml'), yaml({services}));
	await writeFile(at('.env'), `COMPOSE_PROJECT_NAME=hostile\nX=${next(28)}\n`);
	const script = `#!/bin/sh
case "$*" in
*version*) echo 1.29.2;;
*hash*) ${speaker(`s0${next(30)} ${next(31)}\n`, 0)};;
*config*) cat '${at('docker-compose.yml')}';;
*) ${speaker(fieldPayloads.join('\n'), 1)};;
esac
`;
	await writeFile(at('bin/docker-compose'), script, {mode: 0o755});
	await writeFile(
		at('bin/ssh'),
		`#!/bin/sh\n{ ${speaker(next(29), 0).replace('; exit 0', '')}; } >&2\nexit 255\n`,
		{
			mode: 0o755,
		},
	);
	return {
		folder,
		context,
		env: {
			...{XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, DOCKER_CONFIG: at('docker')},
			PATH: `${at('bin')}:${process.env['PATH']}`,
			// What is copied goes to the terminal.
			...{TMUX: undefined, STY: undefined, DISPLAY: undefined, WAYLAND_DISPLAY: undefined},
			...{SSH_CONNECTION: undefined, SSH_TTY: undefined, WSL_DISTRO_NAME: undefined},
			...{DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined},
		},
	};
};
