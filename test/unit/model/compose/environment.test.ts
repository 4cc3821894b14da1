import {expect, test} from 'vitest';
import {composeEnvironment} from '../../../../source/model/compose/environment.ts';

test('Compose talks to the engine on the screen, and nothing of ours chooses another project', () => {
	const env = composeEnvironment('unix:///run/other.sock');
	expect(env['DOCKER_HOST']).toBe('unix:///run/other.sock');
	for (const name of ['DOCKER_CONTEXT', 'COMPOSE_FILE', 'COMPOSE_PROJECT_NAME']) {
		expect(name in env && env[name] === undefined).toBe(true);
	}
});
