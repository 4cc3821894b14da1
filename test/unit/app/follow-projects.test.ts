import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {followProjects} from '../../../source/app/follow-projects.ts';
import {checkPlace} from '../../../source/compose/check-place.ts';
import {findHere} from '../../../source/compose/find-here.ts';
import type {ComposeTool, FileService, Refusal} from '../../../source/model/compose/project.ts';
import {aContainer, anEndpoint, ofProject, startMillis} from '../../helpers/builders.ts';
import {aService, legacyTool} from '../../helpers/compose.ts';
import {until} from '../../helpers/until.ts';
import {User} from '../../helpers/user.ts';

let folder: string;
let following: ReturnType<typeof followProjects> | undefined;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-follow-'));
	await writeFile(path.join(folder, 'compose.yml'), 'services: {}\n');
});
afterEach(async () => {
	await following?.end();
	following = undefined;
	await rm(folder, {recursive: true, force: true});
});

interface Script {
	readonly tool?: ComposeTool | Refusal;
	readonly services?: () => readonly FileService[];
	readonly here?: string;
}

const begin = ({tool = legacyTool, services = () => [aService('api')], here}: Script = {}) => {
	const labels = {
		'com.docker.compose.project.working_dir': folder,
		'com.docker.compose.project.config_files': 'compose.yml',
	};
	const user = new User({
		containers: [
			ofProject('shop', 'api', {labels}),
			ofProject('till', 'web', {labels}),
			ofProject('gone', 'x', {labels: {...labels, [Object.keys(labels)[0] ?? '']: '/nowhere'}}),
			aContainer('redis'),
		],
	});
	const reads: string[] = [];
	let looks = 0;
	following = followProjects({
		...{store: user.store, now: () => startMillis, checkPlace},
		async findTool() {
			looks++;
			return tool;
		},
		findHere: async () => (here === undefined ? undefined : await findHere(here, {})),
		async readProject({place, env}) {
			reads.push(`${place.project} ${env['DOCKER_HOST']}`);
			return {services: services(), volumes: [{name: 'shop_data'}]};
		},
	});
	return {user, reads, looks: () => looks, following};
};

const url = anEndpoint.url;
const reading = (user: User, project: string) => user.state.compose.readings.get(project);

test('nothing is looked for before the screen is open, then only what the cursor stands on', async () => {
	const {user, reads, looks} = begin();
	expect(looks()).toBe(0);
	user.open('compose');
	await until(() => user.state.compose.places.get('gone'), 'the first project looked at');
	expect(user.state.compose.places.get('gone')).toEqual({
		problem: '/nowhere is not on this machine',
	});
	user.press('down', 'down');
	await until(() => reading(user, 'shop')?.services, 'the project read');
	expect(reads).toEqual([`shop ${url}`]);
	expect(looks()).toBe(1);
});

test('a file that is written is read again, and R reads whatever has changed', async () => {
	const {user, reads, looks, following: projects} = begin();
	user.open('compose');
	user.press('down', 'down');
	await until(() => reads.length === 1, 'the project read');
	await until(async () => {
		await writeFile(path.join(folder, 'compose.yml'), `services: {a${performance.now()}: {}}\n`);
		return reads.length > 1;
	}, 'the change read');
	const before = reads.length;
	projects.again();
	await until(() => reads.length > before && looks() === 2, 'all read anew');
});

test('after a program has run its project is read again', async () => {
	const {user, reads} = begin();
	user.open('compose');
	user.press('down', 'down');
	await until(() => reads.length === 1, 'the project read');
	user.dispatch({type: 'program/started', name: 'build', text: 'x', atMillis: startMillis + 5});
	user.dispatch({type: 'program/ended', end: {kind: 'exited', code: 0}, atMillis: startMillis + 9});
	await until(() => reads.length === 2, 'the second reading');
});

test('one is read by its name without its screen, once', async () => {
	const {user, reads, looks, following: projects} = begin();
	const {signal} = new AbortController();
	await projects.readNamed(['shop', 'gone'], signal);
	expect(reads).toEqual([`shop ${url}`]);
	expect(reading(user, 'shop')).toMatchObject({
		services: [aService('api')],
		volumes: [{name: 'shop_data'}],
	});
	expect(user.state.compose.places.get('gone')).toMatchObject({problem: expect.any(String)});
	await projects.readNamed(['shop'], signal);
	expect([reads.length, looks()]).toEqual([1, 1]);
});

test('who reads by name does not wait for longer than the signal', async () => {
	const {following: projects} = begin();
	await projects.readNamed(['shop'], AbortSignal.abort());
});

test('what Compose complains about is kept, and what was read before stays', async () => {
	let isBroken = false;
	const services = (): readonly FileService[] => {
		if (isBroken) throw new Error('services.api is odd');
		return [aService('api')];
	};
	const {user, following: projects} = begin({services});
	user.open('compose');
	user.press('down', 'down');
	await until(() => reading(user, 'shop')?.services, 'the project read');
	isBroken = true;
	projects.again();
	await until(() => reading(user, 'shop')?.problem, 'the complaint');
	expect(reading(user, 'shop')).toMatchObject({
		...{isUnderWay: false, problem: 'services.api is odd', services: [aService('api')]},
	});
});

test('without Compose nothing is read', async () => {
	const {user, reads} = begin({tool: {problem: 'none is installed'}});
	user.open('compose');
	user.press('down', 'down');
	await until(() => user.state.compose.places.get('shop'), 'the place');
	expect(reads).toEqual([]);
});

test('the project of the current directory is shown, and read, without a container', async () => {
	const {user, reads} = begin({here: folder});
	user.open('compose');
	const name = path
		.basename(folder)
		.toLowerCase()
		.replaceAll(/[^a-z0-9_-]/g, '');
	await until(() => reading(user, name)?.services, 'the project of this directory');
	expect(user.state.compose.here).toBe(name);
	expect(reads).toContain(`${name} ${url}`);
});

test('an engine elsewhere has its files elsewhere', async () => {
	const {user, looks} = begin();
	const endpoint = {...anEndpoint, url: 'tcp://10.0.0.7:2375'};
	user.dispatch({type: 'endpoint/chosen', endpoint, atMillis: startMillis});
	user.open('compose');
	await new Promise(resolve => setTimeout(resolve, 300));
	expect(looks()).toBe(0);
});
