import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** That the walk builds by Compose. */
export const builtImage = 'dockmon-walk-note:local';

/** The stack on a port of its own, and a service that is built from a file here. `probeTimeout`: such as `10s`. */
export const copyStack = (project: string, port: string, probeTimeout: string): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-walk-'));
	cpSync(path.join(import.meta.dirname, '../../test/fixtures/stack'), folder, {recursive: true});
	writeFileSync(path.join(folder, '.env'), `COMPOSE_PROJECT_NAME=${project}\n`);
	mkdirSync(path.join(folder, 'note'));
	edit(folder, 'docker-compose.yml', text =>
		text
			.replace('18080', port)
			.replaceAll('timeout: 2s', `timeout: ${probeTimeout}`)
			.replace(
				'\nnetworks:\n  front:',
				`
  note:
    build: note
    image: ${builtImage}
    labels: {dockmon.test: stack}
    stop_grace_period: 1s
    network_mode: none

networks:
  front:`,
			),
	);
	writeNote(folder, 'first');
	return folder;
};

/** What the service `note` is built from. */
export const writeNote = (folder: string, words: string): void =>
	writeFileSync(
		path.join(folder, 'note/Dockerfile'),
		`FROM busybox:local\nCMD ["sh", "-c", "echo ${words}; exec sleep 100000"]\n`,
	);

/** Fails where nothing changes by it. */
export const edit = (folder: string, name: string, change: (text: string) => string): void => {
	const file = path.join(folder, name);
	const before = readFileSync(file, 'utf8');
	const after = change(before);
	if (after === before) throw new Error(`nothing to change in ${name}`);
	writeFileSync(file, after);
};
