import {sayBytes} from '../../format/bytes.ts';
import {isAnonymousVolume} from '../../model/act/consequences.ts';
import type {Refusal} from '../../model/compose/project.ts';
import {listed} from '../../model/listed.ts';
import type {VolumeUse} from '../../model/volume-use.ts';
import type {Confirm, Overlay} from '../../store/overlay.ts';
import {selectCompose} from '../../store/select-compose.ts';
import type {State} from '../../store/state.ts';
import {protectedLine} from './ask-action.ts';
import {composeConfirm, composeRequest} from './compose-request.ts';

/** What was found out of the volumes of a project. */
export interface FoundVolumes {
	/** Names of those that Compose made for it. */
	readonly own: readonly string[];
	/** Of any, as far as they were measured in time. */
	readonly sizes: readonly VolumeUse[];
}

/** The question before a project goes with its volumes, which wants its name typed; or why it cannot be asked. */
export const downVolumesQuestion = (
	state: State,
	project: string,
	found: FoundVolumes,
	sinceMillis: number,
): Overlay | Refusal => {
	const order = {verb: 'down', volumes: true} as const;
	const request = composeRequest(state, project, order);
	if ('problem' in request) return request;
	const asked = composeConfirm(request, order);
	const {names, sentences} = volumeLines(state, project, found);
	const confirm: Confirm = {
		...asked,
		title: `Down project ${project}, and delete its volumes?`,
		named: names.length,
		lines: [...names, ...sentences, ...asked.lines, ...protectedLine(state)],
	};
	return {kind: 'confirm-name', confirm, expected: project, text: '', sinceMillis};
};

const mostNamed = 4;

/** Each one that is deleted by itself, then in sentences how that is and which are kept. */
const volumeLines = (
	state: State,
	project: string,
	{own, sizes}: FoundVolumes,
): {readonly names: readonly string[]; readonly sentences: readonly string[]} => {
	const mounted = mountedBy(state, project);
	const nameless = mounted.filter(isAnonymousVolume);
	const kept = mounted.filter(name => !isAnonymousVolume(name) && !own.includes(name));
	const bytes = new Map(sizes.map(each => [each.name, each.bytes]));
	const size = (names: readonly string[]): string => {
		const known = names.map(name => bytes.get(name));
		return known.includes(undefined)
			? 'size not known'
			: sayBytes(known.reduce((sum: number, each) => sum + (each ?? 0), 0));
	};
	const count = own.length + nameless.length;
	const names = [
		...own.map(name => `${name}  ${size([name])}`),
		...(nameless.length === 0 ? [] : [`${nameless.length} without a name  ${size(nameless)}`]),
	];
	const sentences = [
		count === 0
			? 'It has no volumes of its own.'
			: `${count === 1 ? 'This volume is' : `These ${count} volumes are`} deleted, with all that is in ${count === 1 ? 'it' : 'them'}: nothing brings that back.`,
		...(kept.length === 0
			? []
			: [`Kept: ${listed(kept, mostNamed)}, which Compose has not made for it.`]),
		'External volumes are never deleted.',
	];
	return {names, sentences};
};

/** Names of the volumes that its containers have, each once. */
const mountedBy = (state: State, project: string): readonly string[] => {
	const entry = selectCompose(state).find(each => each.kind === 'project' && each.name === project);
	const names = (entry?.containers ?? []).flatMap(({mounts}) =>
		mounts.filter(({type}) => type === 'volume').map(({source}) => source),
	);
	return [...new Set(names)].toSorted();
};
