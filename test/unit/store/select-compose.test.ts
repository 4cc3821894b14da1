import {expect, test} from 'vitest';
import {
	projectNameOf,
	projectOfEntry,
	selectCompose,
	selectedEntry,
} from '../../../source/store/select-compose.ts';
import {selectedContainers} from '../../../source/store/select-target.ts';
import {aContainer, exited, keyOf, ofProject} from '../../helpers/builders.ts';
import {aService, composed, hashed} from '../../helpers/compose.ts';
import {User} from '../../helpers/user.ts';

const containers = [
	aContainer('redis'),
	composed('api', hashed('a1')),
	composed('worker', hashed('b2')),
	composed('worker', hashed('b2'), {}, 2),
	ofProject('billing', 'db', exited(1)),
	{...composed('task'), compose: {project: 'shop', service: 'task', number: 1, oneOff: true}},
];

const read = {
	type: 'compose/read',
	project: 'shop',
	atMillis: 0,
	services: [
		aService('web', {hash: 'c3'}),
		aService('api', {hash: 'a1', waits: [{service: 'web', condition: 'service_healthy'}]}),
		aService('worker', {hash: 'xx', wanted: 3}),
		aService('sick', {profiles: ['broken']}),
	],
} as const;

const drawn = (user: User) =>
	selectCompose(user.state).map(entry =>
		entry.kind === 'project'
			? `${entry.name} ${entry.running}/${entry.wanted}`
			: `  ${entry.name} ${entry.running}/${entry.wanted} ${entry.drift}`,
	);

test('projects with their services; of what Compose runs once none is a service', () => {
	const user = new User({containers});
	expect(drawn(user)).toEqual([
		...['billing 0/undefined', '  db 0/undefined unknown'],
		...['shop 3/undefined', '  api 1/undefined unknown', '  worker 2/undefined unknown'],
	]);
	expect(selectCompose(user.state)).toBe(selectCompose(user.state));
});

test('with the files also what was not created, in their order, and what has drifted', () => {
	const user = new User({containers});
	user.dispatch(read);
	expect(drawn(user).slice(2)).toEqual([
		...['shop 3/5', '  web 0/1 not-created', '  api 1/1 same', '  worker 2/3 differs'],
	]);
});

test('the project of the current directory is there before it has containers', () => {
	const user = new User({containers: []});
	user.dispatch({type: 'compose/here-found', project: 'shop'});
	user.dispatch(read);
	expect(drawn(user)[0]).toBe('shop 0/5');
});

test('keys act on what the cursor stands on: one service, or all of a project', () => {
	const user = new User({containers});
	user.open('compose');
	expect(selectedEntry(user.state)?.id).toBe('project:billing');
	user.press('down', 'down');
	expect(selectedEntry(user.state)?.id).toBe('project:shop');
	expect(selectedContainers(user.state)).toHaveLength(4);
	user.press('down', 'down');
	const entry = selectedEntry(user.state);
	expect(entry && projectNameOf(entry)).toBe('shop');
	expect(projectOfEntry(user.state, entry)?.name).toBe('shop');
	expect(entry?.heading.keys).toEqual([keyOf('shop-worker-1'), keyOf('shop-worker-2')]);
	user.press('r');
	expect(user.question?.title).toBe('Restart 2 containers of service worker?');
});

test('a service of tens of thousands of replicas, and as many services in its files, are counted once each', () => {
	const many = 30_000;
	const replicas = Array.from({length: many}, (_, at) => composed('api', {}, {}, at + 1));
	const services = [aService('api'), ...Array.from({length: many}, (_, at) => aService(`s${at}`))];
	const user = new User({containers: replicas});
	user.dispatch({type: 'compose/read', project: 'shop', services, atMillis: 0});
	const [project] = selectCompose(user.state);
	expect(project?.containers).toHaveLength(many);
	expect(selectCompose(user.state)).toHaveLength(many + 2);
});
