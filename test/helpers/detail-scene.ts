import type {FileChange} from '../../source/model/file-change.ts';
import {boundedJson} from '../../source/model/json.ts';
import type {ProcessSample} from '../../source/model/process-cpu.ts';
import type {DetailData, DetailKind} from '../../source/store/detail/detail-state.ts';
import type {TabId} from '../../source/store/tabs.ts';
import {aContainer, keyOf, startMillis} from './builders.ts';
import {User} from './user.ts';

/** An inspect of a few values, one of them a secret. */
export const anInspect = (change: object = {}) =>
	boundedJson({
		Id: 'abc',
		Args: ['-w', '4'],
		HostConfig: {Memory: 536_870_912, RestartPolicy: {Name: 'always', MaximumRetryCount: 0}},
		Config: {Env: ['LANG=C', 'API_TOKEN=abcdef'], Labels: {'com.example.team': 'shop'}},
		...change,
	});

export const changesOf = (...paths: readonly string[]) => ({
	changes: paths.map((path): FileChange => ({kind: 'added', path})),
	total: paths.length,
});

export const aProcessSample = (change: Partial<ProcessSample> = {}): ProcessSample => ({
	atMillis: startMillis,
	processes: [
		{
			...{pid: 40, parentPid: 1, user: 'app', lifeCpuPercent: 0.1, cpuMillis: 100},
			...{memoryBytes: 30e6, command: 'gunicorn app:api'},
		},
		{
			...{pid: 41, parentPid: 40, user: 'app', lifeCpuPercent: 62.1, cpuMillis: 61_000},
			...{memoryBytes: 96e6, command: 'gunicorn: worker'},
		},
	],
	total: 2,
	cpuStepMillis: 10,
	...change,
});

/** Somebody who has `api` selected and a tab open, of the containers `api`, `api-2` and `db`. */
export const lookingAt = (tab: TabId): User => {
	const user = new User({containers: ['api', 'api-2', 'db'].map(name => aContainer(name))});
	user.dispatch({type: 'frame/tab-chosen', tab});
	user.dispatch({type: 'frame/focused', pane: 'logs'});
	return user;
};

export const load = <Kind extends DetailKind>(
	user: User,
	kind: Kind,
	value: DetailData[Kind],
): void =>
	user.dispatch({
		...{type: 'detail/loaded', key: keyOf('api'), kind, value, atMillis: startMillis},
	} as never);
