import type {ComposePlace, ComposeTool, FileService} from '../../source/model/compose/project.ts';
import type {Container} from '../../source/model/container.ts';
import {ofProject} from './builders.ts';

export const legacyTool: ComposeTool = {
	argv: ['docker-compose'],
	version: '1.29.2',
	isLegacy: true,
};

export const aPlace = (change: Partial<ComposePlace> = {}): ComposePlace => ({
	project: 'shop',
	directory: '/srv/shop',
	files: ['/srv/shop/docker-compose.yml'],
	envFiles: [],
	cautions: [],
	...change,
});

export const aService = (name: string, change: Partial<FileService> = {}): FileService => ({
	...{name, wanted: 1, waits: [], hasBuild: false, profiles: [], ports: []},
	...change,
});

/** As Compose 1.29 labels what it makes. */
export const composed = (
	service: string,
	labels: Readonly<Record<string, string>> = {},
	change: Partial<Container> = {},
	number = 1,
): Container =>
	ofProject(
		'shop',
		service,
		{
			labels: {
				'com.docker.compose.project': 'shop',
				'com.docker.compose.service': service,
				'com.docker.compose.version': '1.29.2',
				'com.docker.compose.project.working_dir': '/srv/shop',
				'com.docker.compose.project.config_files': 'docker-compose.yml',
				...labels,
			},
			...change,
		},
		number,
	);

export const hashed = (hash: string) => ({'com.docker.compose.config-hash': hash});

/** What a label, a name or a word of a file may be, when somebody means harm. */
export const hostile: readonly string[] = [
	'$(touch CANARY)',
	'`touch CANARY`',
	'; touch CANARY',
	'a; touch CANARY #',
	'x\ntouch CANARY\n',
	'| touch CANARY',
	'&& touch CANARY',
	'> CANARY',
	'--help',
	'--file=/etc/passwd',
	'-f',
	'-',
	'--',
	'',
	' ',
	"'; touch CANARY; '",
	'"; touch CANARY; "',
	'$'.concat('{IFS}touch CANARY'),
	'../../CANARY',
	'\u0000',
	'\u001b[2J',
	'\u202ecod',
	'шоп',
	'a b',
	'a=b',
	'%s%n',
	'~root',
	'*',
];
