import {expect, test} from 'vitest';
import {splitArguments} from '../../../../source/app/shells/split.ts';
import {refOf} from '../../../helpers/builders.ts';

const target = {ref: refOf('api'), title: '$(touch x);--help'};
const ports = {
	endpoint: {url: 'unix:///run/docker.sock', source: '--host', isDemo: false},
	env: {DOCKER_TLS_VERIFY: '1', SECRET: 'x'},
	program: ['/usr/bin/node', '/opt/dock mon/cli.js'],
} as const;

test('tmux gets words and the full id, never a name or one text for a shell', () => {
	expect(splitArguments({target, what: 'shell', where: 'pane'}, ports)).toEqual([
		...['split-window', '-h', '-e', 'DOCKER_TLS_VERIFY=1'],
		...['/usr/bin/node', '/opt/dock mon/cli.js', 'shell', '--hold'],
		...['--host=unix:///run/docker.sock', target.ref.id],
	]);
	expect(splitArguments({target, what: 'logs', where: 'window'}, {...ports, env: {}})).toEqual([
		...['new-window', '-n', 'logs', '/usr/bin/node', '/opt/dock mon/cli.js'],
		...['logs', '--follow', '--host=unix:///run/docker.sock', target.ref.id],
	]);
});
