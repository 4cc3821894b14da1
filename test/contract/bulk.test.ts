import {afterAll, describe, expect, onTestFinished, test} from 'vitest';
import {planBulk} from '../../source/commands/act/plan-bulk.ts';
import {scriptedFaults} from '../../source/demo/faults/scripted.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {DirectEndpoint} from '../../source/engine/endpoint.ts';
import type {Engine} from '../../source/engine/engine.ts';
import type {ContainerAction} from '../../source/model/act/container-action.ts';
import type {Container} from '../../source/model/container.ts';
import {qualifiedName} from '../../source/model/container-facts.ts';
import {localHost} from '../../source/model/ids.ts';
import {type BulkRun, countBulk} from '../../source/store/act/bulk-state.ts';
import {systemClock} from '../../source/sync/clock.ts';
import {type Session, startSession} from '../../source/sync/session.ts';
import {demoEngine} from '../helpers/demo-engine.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {bulkWords} from '../helpers/targets.ts';
import {until} from '../helpers/until.ts';
import {User} from '../helpers/user.ts';

/** Someone at the whole program but its screen, on an engine over its socket. */
class Site {
	readonly user = new User();
	readonly session: Session;
	/** Actions that the engine was at, at once. */
	mostAtOnce = 0;
	/** Names, in the order in which they were begun. */
	readonly begun: string[] = [];

	constructor(endpoint: DirectEndpoint) {
		const {store, history, logs, sheet, viewport} = this.user;
		this.session = startSession({
			...{store, history, logs, sheet, viewport, clock: systemClock, intervalMillis: 1000},
			engine: this.#counting(createDockerEngine(endpoint, localHost)),
			async *hostSampler() {
				// Of no interest here.
			},
		});
		onTestFinished(() => this.session.end());
	}

	#counting(engine: Engine): Engine {
		let now = 0;
		const act: Engine['act'] = async (ref, ...rest) => {
			this.begun.push(this.containers.find(each => each.ref.id === ref.id)?.name ?? '');
			this.mostAtOnce = Math.max(this.mostAtOnce, ++now);
			try {
				return await engine.act(ref, ...rest);
			} finally {
				now--;
			}
		};
		return Object.assign(Object.create(engine), {act}) as Engine;
	}

	get containers(): readonly Container[] {
		return [...this.user.state.containers.byKey.values()];
	}

	get run(): BulkRun | undefined {
		return this.user.state.bulk;
	}

	begin(action: ContainerAction, containers: readonly Container[]): void {
		this.session.bulk.begin(
			planBulk(action, containers, bulkWords(action.verb, containers.length)),
		);
	}

	async ended(millis = 60_000): Promise<BulkRun> {
		return await until(
			() => (this.run?.endedAtMillis === undefined ? undefined : this.run),
			() => `the end of ${JSON.stringify(this.run && countBulk(this.run))}`,
			millis,
		);
	}

	outcomes(): Readonly<Record<string, string>> {
		return Object.fromEntries(
			(this.run?.rows ?? []).map(({name, outcome}) => [name, outcome?.kind ?? '']),
		);
	}
}

const demoSite = async (containers: number) => {
	const demo = await demoEngine({containers});
	const site = new Site({
		...{url: demo.endpoint, source: 'demo'},
		transport: {kind: 'unix', socketPath: demo.endpoint.slice('unix://'.length)},
	});
	await until(() => site.containers.length >= containers, 'the list');
	return {demo, site};
};

describe('many containers of the demo engine', () => {
	test('twelve, of which three fail, and are done again', async () => {
		const {demo, site} = await demoSite(18);
		const twelve = site.containers.filter(({state}) => state === 'running').slice(0, 12);
		const bad = twelve.slice(2, 5);
		const script = bad.map(({ref}) => `POST /containers/${ref.id}/stop status 500 "no space"`);
		demo.setFaults(scriptedFaults(script.join('\n')));
		site.begin({verb: 'stop'}, twelve);
		const run = await site.ended();
		expect(countBulk(run)).toMatchObject({all: 12, done: 9, failed: 3});
		expect(site.mostAtOnce).toBeLessThanOrEqual(4);
		for (const container of bad) expect(site.outcomes()[qualifiedName(container)]).toBe('failed');
		expect(site.user.messages.at(-1)).toMatch(/^error: stopped 9 of 12 .*, 3 failed: .*no space/);

		demo.setFaults(undefined);
		site.begun.length = 0;
		site.session.bulk.retry();
		await site.ended();
		expect(site.begun.toSorted()).toEqual(bad.map(({name}) => name).toSorted());
		expect(site.user.messages.at(-1)).toMatch(/^success: stopped 12 containers/);
	}, 90_000);

	test('a cancel in the middle leaves the rest alone', async () => {
		const {demo, site} = await demoSite(18);
		const twelve = site.containers.filter(({state}) => state === 'running').slice(0, 12);
		demo.setFaults(scriptedFaults('POST /containers/*/stop delay 500ms'));
		site.begin({verb: 'stop'}, twelve);
		await until(() => site.begun.length >= 4, 'four begun');
		site.session.bulk.cancel();
		const run = await site.ended();
		expect(countBulk(run)).toMatchObject({done: 4, cancelled: 8, failed: 0});
		const left = new Set(site.begun);
		expect(left.size).toBe(4);
		await until(
			() =>
				site.containers.filter(each => left.has(each.name)).every(each => each.state === 'exited'),
			'the four stopped',
		);
		const others = twelve.filter(({name}) => !left.has(name)).map(({name}) => name);
		const now = site.containers.filter(({name}) => others.includes(name));
		expect(now.map(({state}) => state)).toEqual(now.map(() => 'running'));
	}, 90_000);

	test('five hundred, four at a time', async () => {
		const {site} = await demoSite(580);
		const many = site.containers.filter(({state}) => state === 'running').slice(0, 500);
		expect(many).toHaveLength(500);
		site.begin({verb: 'pause'}, many);
		const run = await site.ended(120_000);
		expect(countBulk(run)).toMatchObject({all: 500, done: 500});
		expect(site.mostAtOnce).toBeLessThanOrEqual(4);
		expect(site.user.messages).toHaveLength(1);
	}, 150_000);
});

const label = 'com.docker.compose';

/** A chain in which each waits for the one before: db, api, web. */
const chain = async (found: RealEngine, project: string) => {
	const service = (name: string, waits: string, probe?: string) =>
		found.run('trap "exit 0" TERM; touch /tmp/up; while :; do sleep 0.1; done', {
			name: `${project}-${name}-1`,
			labels: {
				...{[`${label}.project`]: project, [`${label}.service`]: name},
				...{[`${label}.container-number`]: '1', [`${label}.oneoff`]: 'False'},
				[`${label}.depends_on`]: waits,
			},
			// The probes of one that was killed at once are refused by runc 1.1 from the second time on.
			stopSeconds: 5,
			...(probe === undefined ? {} : {probe}),
		});
	// Begun in the wrong order.
	const web = await service('web', 'api:service_started:false');
	const api = await service('api', 'db:service_healthy:false');
	const db = await service('db', '', 'test -e /tmp/up');
	return {web, api, db};
};

interface Inspected {
	readonly State: {
		readonly StartedAt: string;
		readonly FinishedAt: string;
		readonly Health?: {readonly Log: readonly {readonly End: string; readonly ExitCode: number}[]};
	};
}

const found = await findRealEngine();
if (typeof found === 'string') {
	test('a project of a real engine', ({skip}) => skip(found));
} else {
	afterAll(() => found.cleanup());
	test('a project of a real engine is restarted in order, and waits for health', async () => {
		const project = `dockmon-bulk-${process.pid}`;
		const refs = await chain(found, project);
		const site = new Site(found.endpoint);
		const own = (): readonly Container[] =>
			site.containers.filter(({compose}) => compose?.project === project);
		await until(
			() => own().length === 3 && own().some(({health}) => health.kind === 'healthy'),
			'a healthy project',
			30_000,
		);
		const begunAt = Date.now();
		site.begin({verb: 'restart'}, own());
		await site.ended(90_000);
		expect(site.outcomes()).toEqual({
			[`${project}/db`]: 'healthy',
			[`${project}/api`]: 'done',
			[`${project}/web`]: 'done',
		});
		const look = async (id: string): Promise<Inspected['State']> =>
			((await found.get(`/containers/${id}/json`)) as Inspected).State;
		const [db, api, web] = [
			await look(refs.db.id),
			await look(refs.api.id),
			await look(refs.web.id),
		];
		const started = [db, api, web].map(({StartedAt}) => Date.parse(StartedAt));
		expect(started).toEqual(started.toSorted());
		expect(started[0]).toBeGreaterThan(begunAt - 1000);
		const firstWell = db.Health?.Log.find(({ExitCode}) => ExitCode === 0)?.End ?? '';
		// Not even stopped before the one it needs was healthy again.
		expect(Date.parse(api.FinishedAt)).toBeGreaterThan(Date.parse(firstWell));
	}, 150_000);
}
